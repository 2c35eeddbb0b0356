using System.Text.RegularExpressions;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;
using Npgsql;

namespace Belfry.Kernel;

/// <summary>
/// Runs each numbered script once, in module order. <c>NNNN_x.sql</c> runs on both databases; <c>NNNN_x.sqlite.sql</c> and
/// <c>NNNN_x.postgres.sql</c> stand as a pair, for triggers, policies, roles, text indexes and how rows lie on disk only.
/// </summary>
static partial class Migrations
{
    public static void Run(Dialect dialect, DatabaseSettings settings, IReadOnlyList<MigrationSource> modules)
    {
        var scripts = modules.SelectMany(module => ScriptsOf(module, dialect.Kind)).ToList();
        if (dialect.Kind == DatabaseKind.Sqlite)
        {
            Apply(DeployChanges.To.SqliteDatabase($"Data Source={settings.Place};Pooling=False"), scripts, settings.Name);
            return;
        }

        // Not pooled: closing it gives the lock back.
        using var gate = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.MigratorPlace ?? settings.Place) { Pooling = false }.ToString());
        gate.Open();
        using var lockIt = new NpgsqlCommand("select pg_advisory_lock(4711020)", gate); // two nodes that start at once run the scripts one after the other
        lockIt.ExecuteNonQuery();
        Apply(DeployChanges.To.PostgresqlDatabase(settings.MigratorPlace ?? settings.Place), scripts, settings.Name);
        Grant(gate, settings);
    }

    internal static IEnumerable<SqlScript> ScriptsOf(MigrationSource module, DatabaseKind kind)
    {
        foreach (var resource in module.Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (ScriptName().Match(resource) is not { Success: true } match)
            {
                continue;
            }

            var only = match.Groups["only"].Value;
            if (only.Length > 0 && only != (kind == DatabaseKind.Sqlite ? "sqlite" : "postgres"))
            {
                continue;
            }

            using var reader = new StreamReader(module.Assembly.GetManifestResourceStream(resource)!);
            yield return new SqlScript($"{module.Module}/{match.Groups["name"].Value}", reader.ReadToEnd());
        }
    }

    static void Apply(UpgradeEngineBuilder builder, List<SqlScript> scripts, string name)
    {
        var order = scripts.Select((script, at) => (script.Name, at)).ToDictionary(pair => pair.Name, pair => pair.at, StringComparer.Ordinal);
        var outcome = builder
            .WithScripts(scripts)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .WithScriptNameComparer(Comparer<string>.Create((a, b) => order.GetValueOrDefault(a, -1).CompareTo(order.GetValueOrDefault(b, -1))))
            .LogTo(new NoUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!outcome.Successful)
        {
            throw new InvalidOperationException($"{name}: script {outcome.ErrorScript?.Name} failed; the ones before it stand.", outcome.Error);
        }
    }

    // The app role may not change the shape of anything, nor rewrite what is chained.
    static void Grant(NpgsqlConnection migrator, DatabaseSettings settings)
    {
        var app = new NpgsqlConnectionStringBuilder(settings.Place).Username;
        if (settings.MigratorPlace is null || app is null || app == new NpgsqlConnectionStringBuilder(settings.MigratorPlace).Username)
        {
            return;
        }

        var role = new NpgsqlCommandBuilder().QuoteIdentifier(app);
        using var grant = new NpgsqlCommand($"""
            grant usage on schema public to {role};
            grant select, insert, update, delete on all tables in schema public to {role};
            revoke update, delete, truncate on chain_entry, chain_head from {role};
            """, migrator);
        grant.ExecuteNonQuery();
    }

    [GeneratedRegex(@"\.Storage\.(?<name>\d{4}_[a-z0-9_]+)(\.(?<only>sqlite|postgres))?\.sql$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptName();

    sealed class NoUpgradeLog : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args)
        {
        }

        public void LogDebug(string format, params object[] args)
        {
        }

        public void LogInformation(string format, params object[] args)
        {
        }

        public void LogWarning(string format, params object[] args)
        {
        }

        public void LogError(string format, params object[] args)
        {
        }

        public void LogError(Exception ex, string format, params object[] args)
        {
        }
    }
}
