using Belfry.Bench.Geo;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Every published value of data/geography/hazards comes out of the models.</summary>
public sealed class VectorTests
{
    [Fact]
    public void Every_published_value_is_met()
    {
        var vectors = HazardVectors.All();
        Assert.True(vectors.Count >= 30, $"only {vectors.Count} values: the file was not read");
        Assert.All(vectors.Where(vector => vector.Refuted is null), vector => Assert.True(vector.Met, $"{vector.Model}, {vector.What}: published {vector.Published}, ours {vector.Ours}, tolerance {vector.Tolerance} {vector.Unit}"));
    }

    // A value that is met after all needs no excuse.
    [Fact]
    public void A_refuted_value_is_not_met() => Assert.All(HazardVectors.All().Where(vector => vector.Refuted is not null), vector => Assert.False(vector.Met, $"{vector.Model}, {vector.What}"));
}
