using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>One tab: a link to its own address.</summary>
public sealed record Tab(LocalizedText Name, string Address, bool Current = false, int? Count = null);
