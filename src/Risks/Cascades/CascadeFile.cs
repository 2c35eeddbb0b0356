namespace Belfry.Risks;

/// <summary>A file of the form belfry-cascade-1, read and checked: a model and what is asked of it.</summary>
/// <param name="Digest">SHA-256 of the file's bytes, hexadecimal.</param>
public sealed record CascadeFile(
    CascadeModel Model, CascadeSettings Settings, IReadOnlyList<WhatIf> WhatIfs, IReadOnlyList<Correction> Corrections, string? Title, string? ImpactUnit, string Digest);
