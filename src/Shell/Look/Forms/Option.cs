using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>One way to answer.</summary>
/// <param name="Value">As posted.</param>
/// <param name="Help">What choosing it means; shown by Choice, not by Select.</param>
public sealed record Option(string Value, LocalizedText Name, LocalizedText? Help = null, bool Disabled = false);
