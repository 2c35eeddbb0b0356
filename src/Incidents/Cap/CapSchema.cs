using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>What the schema says of a document.</summary>
public enum CapSchemaVerdict
{
    /// <summary>An alert of CAP 1.0, 1.1 or 1.2, valid against the OASIS schema of its version.</summary>
    Valid,

    /// <summary>An alert that breaks its schema, that is in no namespace of CAP, or that brings a DTD.</summary>
    Invalid,

    /// <summary>No XML, or past the bounds of <see cref="SafeXml"/>.</summary>
    NotWellFormed,

    /// <summary>Carries alerts, or links to them, and is none: Atom, RSS, EDXL-DE, a list.</summary>
    Envelope,
}

/// <param name="Sentence">The schema processor's own words, English.</param>
public sealed record CapSchemaError(int Line, int Column, string Sentence);

/// <param name="Errors">Empty exactly when valid or an envelope. At most 50.</param>
public sealed record CapSchemaResult(CapSchemaVerdict Verdict, IReadOnlyList<CapSchemaError> Errors);

/// <summary>The OASIS schemas of CAP 1.0, 1.1 and 1.2 as the judge of form. Nothing is fetched; hints inside the document are ignored.</summary>
public static class CapSchema
{
    const int MostErrors = 50;
    const int MostAttributes = 64;

    static readonly Lazy<XmlSchemaSet> Schemas = new(Load);

    public static CapSchemaResult Validate(ReadOnlyMemory<byte> bytes, int mostBytes = SafeXml.UsualBytes)
    {
        if (!SafeXml.Parse(bytes, mostBytes).TryGet(out var document, out var refused))
        {
            return Cap.CapDtd.RootBehind(bytes, refused) switch
            {
                null => new(CapSchemaVerdict.NotWellFormed, [Error(refused[0])]),
                { IsEnvelope: true } => new(CapSchemaVerdict.Envelope, []),
                _ => new(CapSchemaVerdict.Invalid, [Error(refused[0])]),
            };
        }

        if (Cap.CapXml.Version(document.Root!) is null && Cap.CapXml.IsEnvelope(document.Root!))
        {
            return new(CapSchemaVerdict.Envelope, []);
        }

        var errors = Errors(document.Root!);
        return new(errors.Count == 0 ? CapSchemaVerdict.Valid : CapSchemaVerdict.Invalid, errors);
    }

    /// <summary>Empty when valid. The name of the root is checked first: the framework takes a foreign root for a mere warning.</summary>
    internal static IReadOnlyList<CapSchemaError> Errors(XElement alert)
    {
        if (Cap.CapXml.Version(alert) is null)
        {
            var (line, column) = Cap.CapXml.At(alert);
            return [new(line, column, $"The root is {Cap.CapXml.Called(alert)}, not alert of CAP 1.0, 1.1 or 1.2.")];
        }

        // CAP has no attributes of its own. The framework takes seconds over 40,000 of them, so they are counted first.
        if (alert.DescendantsAndSelf().FirstOrDefault(element => element.Attributes().Skip(MostAttributes).Any()) is { } crowded)
        {
            var (line, column) = Cap.CapXml.At(crowded);
            return [new(line, column, $"{crowded.Name.LocalName} has more than {MostAttributes} attributes.")];
        }

        var errors = new List<CapSchemaError>();
        alert.Validate(
            Schemas.Value.GlobalElements[new XmlQualifiedName("alert", alert.Name.NamespaceName)]!,
            Schemas.Value,
            (_, fault) =>
            {
                // A warning means content no schema describes: in the signature only.
                if (fault.Severity == XmlSeverityType.Error && errors.Count < MostErrors)
                {
                    errors.Add(new(fault.Exception.LineNumber, fault.Exception.LinePosition, fault.Message));
                }
            });
        return errors;
    }

    static CapSchemaError Error(Problem refused) => new(
        Number(refused, "line"), Number(refused, "column"), refused.In(Language.En));

    static int Number(Problem problem, string name) => problem.Values.TryGetValue(name, out var text) && int.TryParse(text, out var number) ? number : 0;

    static XmlSchemaSet Load()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in (ReadOnlySpan<string>)["cap10.xsd", "CAP-v1.1.xsd", "CAP-v1.2.xsd"])
        {
            using var reader = XmlReader.Create(
                File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "cap", "schema", file)),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }
}
