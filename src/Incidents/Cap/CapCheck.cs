using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>All there is to say of one document.</summary>
/// <param name="Version">Null when it is no alert itself.</param>
/// <param name="Findings">Schema errors, rules and, for an envelope, those of every alert inside; in the order of the document.</param>
/// <param name="Signature">Of the alert itself; NotSigned for an envelope.</param>
/// <param name="Alerts">Alerts inside: 1 for an alert itself.</param>
/// <param name="ValidAlerts">Of those, how many their schema accepts.</param>
public sealed record CapReport(
    CapSchemaResult Schema, CapVersion? Version, IReadOnlyList<CapFinding> Findings, CapSignature Signature, int Alerts, int ValidAlerts)
{
    /// <summary>Readable, valid, no finding of level Error, signature not broken.</summary>
    public bool IsClean => Schema.Verdict is CapSchemaVerdict.Valid or CapSchemaVerdict.Envelope
        && Findings.All(finding => finding.Rule.Level != CapLevel.Error) && Signature.State != CapSignatureState.Broken;
}

/// <summary>One document through everything: form, schema, rules, signature. Never throws on what it is given.</summary>
public static class CapCheck
{
    /// <param name="now">When given, ends in the past are noted and certificates must hold at that moment.</param>
    public static CapReport Run(
        ReadOnlyMemory<byte> bytes, CapProfile profile = CapProfile.None, DateTimeOffset? now = null, CapTrust? trust = null, int mostBytes = SafeXml.UsualBytes)
    {
        if (!SafeXml.Parse(bytes, mostBytes).TryGet(out var document, out var refused))
        {
            return Unread(CapSchema.Validate(bytes, mostBytes), refused[0]);
        }

        var root = document.Root!;
        if (Cap.CapXml.Version(root) is null && Cap.CapXml.IsEnvelope(root))
        {
            return Envelope(root, profile, now);
        }

        var errors = CapSchema.Errors(root);
        var findings = new List<CapFinding>();
        if (Cap.CapXml.Version(root) is null)
        {
            var (line, column) = Cap.CapXml.At(root);
            findings.Add(Cap.CapFindings.Of(Cap.CapRuleTable.Root, root.Name.LocalName, line, column, ("found", Cap.CapXml.Called(root))));
        }
        else
        {
            findings.AddRange(Form(errors));
        }

        findings.AddRange(CapRules.Check(root, profile, now));
        return new(
            new(errors.Count == 0 ? CapSchemaVerdict.Valid : CapSchemaVerdict.Invalid, errors),
            Cap.CapXml.Version(root), Sorted(findings), CapSigning.Verify(bytes, trust ?? CapTrust.Nobody, now, mostBytes), 1, errors.Count == 0 ? 1 : 0);
    }

    static CapReport Unread(CapSchemaResult schema, Problem refused)
    {
        var (line, column) = schema.Errors is [var error, ..] ? (error.Line, error.Column) : (Number(refused, "line"), Number(refused, "column"));
        var rule = schema.Verdict == CapSchemaVerdict.NotWellFormed ? Cap.CapRuleTable.Unreadable : Cap.CapRuleTable.Dtd;
        var finding = new CapFinding(rule, "", line, column, new(
            Say(rule, refused, Language.Nl), Say(rule, refused, Language.Fr), Say(rule, refused, Language.De), Say(rule, refused, Language.En)));
        return new(schema, null, [finding], CapSignature.None, 0, 0);
    }

    static CapReport Envelope(System.Xml.Linq.XElement root, CapProfile profile, DateTimeOffset? now)
    {
        var inside = CapReader.Inside(root);
        var (valid, findings) = (0, new List<CapFinding>());
        foreach (var alert in inside.Take(CapReader.MostAlerts))
        {
            var errors = CapSchema.Errors(alert);
            valid += errors.Count == 0 ? 1 : 0;
            findings.AddRange(Form(errors));
            findings.AddRange(CapRules.Check(alert, profile, now));
        }

        var (line, column) = Cap.CapXml.At(root);
        findings.Add(Cap.CapFindings.Of(
            Cap.CapRuleTable.Envelope, root.Name.LocalName, line, column,
            ("alerts", $"{inside.Count}"), ("valid", $"{valid}"), ("entries", $"{CapReader.Entries(root)}")));
        return new(new(CapSchemaVerdict.Envelope, []), null, Sorted(findings), CapSignature.None, inside.Count, valid);
    }

    static IEnumerable<CapFinding> Form(IReadOnlyList<CapSchemaError> errors) =>
        errors.Select(error => Cap.CapFindings.Of(Cap.CapRuleTable.Schema, "", error.Line, error.Column, ("reason", error.Sentence)));

    static List<CapFinding> Sorted(IEnumerable<CapFinding> findings) => [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];

    static string Say(CapRule rule, Problem refused, Language language) =>
        rule.Sentence[language].Replace("{reason}", refused.In(language), StringComparison.Ordinal);

    static int Number(Problem problem, string name) => problem.Values.TryGetValue(name, out var text) && int.TryParse(text, out var number) ? number : 0;
}
