using System.Xml.Linq;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>How much a finding weighs.</summary>
public enum CapLevel
{
    /// <summary>Worth knowing; nothing to mend.</summary>
    Note,

    /// <summary>Discouraged, or likely a slip.</summary>
    Warning,

    /// <summary>The standard or the profile forbids it.</summary>
    Error,
}

/// <summary>Rules beyond those of the standard. A foreign warning is not blamed for another country's profile.</summary>
public enum CapProfile
{
    None,

    /// <summary>Four languages, polygon and NIS code, an end: docs/standards.md.</summary>
    Belgium,
}

/// <summary>One rule of docs/standards.md.</summary>
/// <param name="Id">CAP-R001 to CAP-R099 for all, CAP-R101 and up for the Belgian profile.</param>
/// <param name="Source">Section of the standard.</param>
/// <param name="Sentence">With {places}.</param>
public sealed record CapRule(string Id, CapLevel Level, string Source, LocalizedText Sentence);

/// <summary>A rule that a message breaks, and where.</summary>
/// <param name="Place">alert/info[2]/area/polygon[1]; empty for the whole document.</param>
/// <param name="Line">0 when the message was not read from text.</param>
public sealed record CapFinding(CapRule Rule, string Place, int Line, int Column, LocalizedText Sentence);

/// <summary>What the schema cannot say: the rules in the prose of CAP 1.2, and a profile on request.</summary>
public static class CapRules
{
    /// <summary>Findings of one message before the rest is left out.</summary>
    public const int MostFindings = 200;

    public static IReadOnlyList<CapRule> All => Cap.CapRuleTable.All;

    /// <param name="now">When given, a message past its end is noted.</param>
    public static IReadOnlyList<CapFinding> Check(CapAlert alert, CapProfile profile = CapProfile.None, DateTimeOffset? now = null) =>
        Check(CapWriter.Tree(alert), profile, now);

    internal static IReadOnlyList<CapFinding> Check(XElement alert, CapProfile profile, DateTimeOffset? now)
    {
        var findings = new Cap.CapFindings();
        new Cap.AlertRules(alert, findings, now).Run();
        if (profile == CapProfile.Belgium)
        {
            new Cap.BelgianProfile(alert, findings).Run();
        }

        return findings.Found;
    }
}
