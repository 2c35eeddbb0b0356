using Belfry.Bench.Geo;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Every published value of data/geography/hazards comes out of the models.</summary>
public sealed class VectorTests
{
    [Fact]
    public void Every_published_value_is_met() => Assert.All(HazardVectors.All(), vector => Assert.True(vector.Met, $"{vector.Model}, {vector.What}: published {vector.Published}, ours {vector.Ours}, tolerance {vector.Tolerance} {vector.Unit}"));
}
