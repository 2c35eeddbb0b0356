namespace Belfry.Kernel;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Where one named database lives.</summary>
/// <param name="Name">Short name in logs and metrics: <c>belfry</c>, <c>passengers</c>.</param>
/// <param name="Place">SQLite: path of the file, made when absent. PostgreSQL: connection string of the app role.</param>
/// <param name="MigratorPlace">PostgreSQL: connection string of the role that owns the tables. Null: the app role owns them, which only a test world may do.</param>
public sealed record DatabaseSettings(string Name, DatabaseKind Kind, string Place, string? MigratorPlace = null);

/// <summary>The numbered scripts of one module: embedded resources whose names end in <c>.Storage.NNNN_x.sql</c>.</summary>
public sealed record MigrationSource(string Module, System.Reflection.Assembly Assembly);
