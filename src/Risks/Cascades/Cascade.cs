using System.Security.Cryptography;
using Belfry.Kernel;
using Belfry.Risks.Cascades;

namespace Belfry.Risks;

/// <summary>What a black-out brings down: the engine's face. Pure: no clock, no file, no database; the same input gives the same digits.</summary>
public static class Cascade
{
    public const string Engine = "cascade-1";

    /// <summary>Reads a file of the form belfry-cascade-1 (src/Risks/README.md): model, what-ifs, corrections and settings.</summary>
    /// <param name="json">UTF-8, at most 32 MiB and 32 levels deep.</param>
    /// <returns>Refused with RISK-001 to RISK-013, each at its JSON path.</returns>
    public static Result<CascadeFile> Read(ReadOnlyMemory<byte> json) => CascadeReader.Read(json);

    /// <summary>Runs everything that the file asks for.</summary>
    /// <exception cref="OperationCanceledException">Stopped by <paramref name="ct"/>; nothing is kept.</exception>
    public static CascadeReport Run(CascadeFile file, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Run(file.Model, file.Settings, file.WhatIfs, ct) with { Title = file.Title, ImpactUnit = file.ImpactUnit, Input = file.Digest, Corrections = file.Corrections };
    }

    /// <summary>Runs a model, and each what-if against it with the same draws.</summary>
    /// <exception cref="ArgumentException">A setting is outside its range: ask <see cref="CascadeSettings.Check"/> first.</exception>
    public static CascadeReport Run(CascadeModel model, CascadeSettings settings, IReadOnlyList<WhatIf>? whatIfs = null, CancellationToken ct = default)
    {
        if (settings.Check() is [var problem, ..])
        {
            throw new ArgumentException(problem.ToString(), nameof(settings));
        }

        var adjusted = new List<(CascadeLink Link, double Moved)>();
        var network = Network.Build(model, adjusted: adjusted);
        var roots = Root.Of(model, settings.Seed);
        var simulation = new Simulation(network, settings, ct);
        var tallies = simulation.Run(roots);
        var summary = new Summary(model, network, roots, tallies);
        var branching = Branching.Number(model);
        return new CascadeReport
        {
            Seed = settings.Seed,
            Levels = model.Levels,
            Cascades = tallies.Sum(tally => tally.Runs),
            Checksum = Checksum(model, roots, tallies),
            ImpactPerYear = summary.ImpactPerYear(),
            Conservation = summary.Conservation(),
            Branching = branching,
            Warnings = Warnings.Of(model, settings, roots, simulation, tallies, branching, adjusted.Count),
            Adjustments = [.. adjusted.Select(one => new Adjustment(one.Link.Cause, one.Link.Effect, one.Moved))],
            Risks = summary.Risks(),
            Roots = summary.Roots(),
            WhatIfs = [.. (whatIfs ?? []).Select(whatIf => Comparison.Of(whatIf, model, network, roots, tallies, settings, ct))],
            Links = settings.Sensitivity ? Sensitivity.Of(model, network, roots, tallies, settings, ct) : null,
            Panel = settings.PanelDraws > 0 ? PanelSpread.Of(model, settings, ct) : null,
        };
    }

    // In the order of ids, so that a catalogue in another order has the same checksum.
    static string Checksum(CascadeModel model, IReadOnlyList<Root> roots, Tally[] tallies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var order = Enumerable.Range(0, model.Risks.Count).OrderBy(risk => model.Risks[risk].Id, StringComparer.Ordinal).ToList();
        Span<byte> eight = stackalloc byte[8];
        foreach (var at in Enumerable.Range(0, roots.Count).OrderBy(at => model.Risks[roots[at].Risk].Id, StringComparer.Ordinal).ThenBy(at => roots[at].Level))
        {
            Append(eight, tallies[at].Runs);
            foreach (var risk in order)
            {
                for (var level = 0; level < model.Levels; level++)
                {
                    Append(eight, tallies[at].Counts[(risk * model.Levels) + level]);
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(Span<byte> bytes, long number)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
