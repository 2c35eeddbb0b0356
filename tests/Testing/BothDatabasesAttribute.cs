using System.Reflection;
using Belfry.Kernel;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Belfry.Tests;

/// <summary>The test runs on SQLite and on PostgreSQL; its one parameter says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(DatabaseKind.Sqlite), new TheoryDataRow(DatabaseKind.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
