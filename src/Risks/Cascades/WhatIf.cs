namespace Belfry.Risks;

/// <summary>A question to the model: the same country with something changed.</summary>
/// <param name="Changed">The whole changed model; the same risks in the same order as the first one.</param>
public sealed record WhatIf(string Name, CascadeModel Changed);
