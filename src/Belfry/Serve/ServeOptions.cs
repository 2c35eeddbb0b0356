using Belfry.Configure;
using Belfry.Kernel;

namespace Belfry.Serve;

/// <summary>How an instance is started.</summary>
/// <param name="Folder">The data folder; null: $XDG_DATA_HOME/belfry/WORLD.</param>
/// <param name="Port">The address is http://localhost:PORT; 0: any free one. A busy default takes the next and says so.</param>
/// <param name="Recipients">Generated recipients of the rehearsal country.</param>
sealed record ServeOptions(World World = World.Exercise, string? Folder = null, int Port = 5000, DatabaseSettings? Database = null, int Recipients = 20_000, bool Quiet = false)
{
    /// <summary>Other ports are tried only for the default one.</summary>
    public bool MayMove { get; init; } = true;

    /// <summary>A phone network outside this process instead of the two simulated ones: a test that kills the program sees what left it. Loopback, never in the real world.</summary>
    public int? SmsPort { get; init; }

    /// <summary>Another file than belfry.json in the data folder; it must be there.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>Settings told on the command line, KEY=VALUE; they win.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>As read from the file; the defaults have no gateway.</summary>
    public BelfrySettings Settings { get; init; } = new();

    /// <summary>A test puts it forward.</summary>
    public Clock Clock { get; init; } = Clock.System;

    public string FolderPath => Folder ?? Path.Combine(
        Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "belfry", World.ToString().ToLowerInvariant());
}
