using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.House;

/// <summary>The house keeps its rules, and each rule has been seen to fail on a violation planted in a small house of its own.</summary>
public sealed class ArchitectureTests : IDisposable
{
    readonly string planted = Directory.CreateTempSubdirectory("belfry-house-").FullName;

    public void Dispose() => Directory.Delete(planted, recursive: true);

    [Fact]
    public void Calls_go_down_and_events_come_up()
    {
        Assert.Empty(Rules.References(Repository.Root));
        Plant("src/Incidents/Incidents.csproj", """<Project><ItemGroup><ProjectReference Include="../Alerting/Alerting.csproj" /></ItemGroup></Project>""");
        Assert.Equal(["Incidents references Alerting: calls go down, events come up"], Rules.References(planted));
        Plant("src/Exchange/Exchange.csproj", """<Project><ItemGroup><ProjectReference Include="../Passengers/Passengers.csproj" /></ItemGroup></Project>""");
        Assert.Contains("Exchange references Passengers: calls go down, events come up", Rules.References(planted));
    }

    [Fact]
    public void The_database_is_the_kernel_s_alone()
    {
        Assert.Empty(Rules.Packages(Repository.Root));
        Plant("src/Alerting/Alerting.csproj", """<Project><ItemGroup><PackageReference Include="Npgsql" /></ItemGroup></Project>""");
        Assert.Equal(["Alerting uses Npgsql: the database is Kernel's alone"], Rules.Packages(planted));
    }

    [Fact]
    public void Every_room_has_its_readme_and_stands_on_the_map()
    {
        Assert.Empty(Rules.Readmes(Repository.Root));
        Plant("src/Cellar/Cellar.cs", "");
        Assert.Equal(["src/Cellar has no README.md", "the map in README.md does not show src/Cellar"], Rules.Readmes(planted));
    }

    [Fact]
    public void No_name_is_vague()
    {
        Assert.Empty(Rules.VagueNames(Repository.Root));
        Plant("src/Alerting/AlertManager.cs", "sealed class AlertManager; record struct AreaDto; class Database; class DataFolder;");
        Assert.Equal(2, Rules.VagueNames(planted).Count());
    }

    [Fact]
    public void The_kernel_stays_small()
    {
        Assert.Empty(Rules.KernelBudget(Repository.Root));
        Plant("src/Kernel/Everything.cs", new string('\n', 4_001));
        Assert.Single(Rules.KernelBudget(planted));
    }

    [Fact]
    public void A_statement_names_only_its_own_room_s_tables()
    {
        Assert.Empty(Rules.TableOwners(Repository.Root));
        Plant("src/Incidents/Storage/0001_incidents.sql", "create table incident (id uuid);");
        Plant("src/Alerting/Storage/AlertStore.cs", "const string Sql = \"select * from incident\";");
        Plant("src/Incidents/Storage/IncidentStore.cs", "const string Sql = \"update incident set id = id\";");
        Assert.Equal(["src/Alerting/Storage/AlertStore.cs: incident is Incidents's table; ask Incidents"], Rules.TableOwners(planted));
    }

    [Fact]
    public void A_script_for_one_database_has_a_twin_for_the_other()
    {
        Assert.Empty(Rules.ScriptPairs(Repository.Root));
        Plant("src/Alerting/Storage/0002_walls.postgres.sql", "");
        Assert.Equal(["src/Alerting/Storage/0002_walls.postgres.sql stands without its twin"], Rules.ScriptPairs(planted));
    }

    [Fact]
    public void Nothing_is_silenced_or_left_for_later_in_the_code()
    {
        Assert.Empty(Rules.Habits(Repository.Root));
        Plant("src/Alerting/Alert.cs", "#pragma warning disable CA1000\nthrow new NotImplementedException();");
        Assert.Equal(2, Rules.Habits(planted).Count());
    }

    [Fact]
    public void What_a_room_shows_stands_in_its_root_namespace()
    {
        Assert.Empty(Rules.ExportedTypes([typeof(Db).Assembly]));
        Assert.Contains(Rules.ExportedTypes([typeof(ArchitectureTests).Assembly]), line => line.StartsWith("Belfry.Tests.House.ArchitectureTests is public", StringComparison.Ordinal));
    }

    void Plant(string path, string text)
    {
        var file = Path.Combine(planted, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        Directory.CreateDirectory(Path.Combine(planted, "src"));
    }
}
