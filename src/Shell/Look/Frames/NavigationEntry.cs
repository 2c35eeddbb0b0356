using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>The six sides of the risk cycle, in the order of the hexagon, clockwise from the top right.</summary>
public enum RiskSide
{
    Identify,
    Prevent,
    Prepare,
    Respond,
    Recover,
    Learn,
}

/// <summary>One room in the rail.</summary>
/// <param name="Address">Path; the entry whose address begins this page's path is the current one.</param>
/// <param name="Count">Things waiting there; null or 0 shows none.</param>
public sealed record NavigationEntry(RiskSide Side, LocalizedText Name, string Address, int? Count = null);

/// <summary>One line of a menu.</summary>
/// <param name="Icon">Name in icons.svg, or null.</param>
public sealed record MenuLine(LocalizedText Name, string Address, string? Icon = null);
