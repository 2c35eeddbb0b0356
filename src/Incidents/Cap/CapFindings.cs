using System.Xml.Linq;

namespace Belfry.Incidents.Cap;

/// <summary>Collects findings up to the bound, so that a hostile message cannot make the report larger than itself.</summary>
sealed class CapFindings
{
    readonly List<CapFinding> found = [];

    public IReadOnlyList<CapFinding> Found => found;

    public void Add(CapRule rule, XElement at, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (found.Count < CapRules.MostFindings)
        {
            var (line, column) = CapXml.At(at);
            found.Add(Of(rule, CapXml.Path(at), line, column, values));
        }
    }

    public static CapFinding Of(CapRule rule, string place, int line, int column, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var sentence = rule.Sentence;
        foreach (var (name, value) in values)
        {
            sentence = sentence.Map(text => text.Replace("{" + name + "}", value, StringComparison.Ordinal));
        }

        return new CapFinding(rule, place, line, column, sentence);
    }
}
