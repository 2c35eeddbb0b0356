using System.Xml.Linq;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <param name="Alerts">In the order of the document.</param>
/// <param name="Rejected">One or more for every alert that could not be read, each with its place.</param>
/// <param name="Entries">Entries or items of the feed, with or without an alert inside; 0 outside a feed.</param>
public sealed record CapBundle(IReadOnlyList<CapAlert> Alerts, IReadOnlyList<Problem> Rejected, int Entries);

/// <summary>
/// From bytes to <see cref="CapAlert"/>. Form is judged by the OASIS schema; what the schema cannot see (a Cancel that cancels nothing, a ring that
/// crosses itself) is read all the same and named by <see cref="CapRules"/>.
/// </summary>
public static class CapReader
{
    /// <summary>Enough for the largest envelopes seen.</summary>
    public const int MostAlerts = 1_000;

    /// <param name="mostBytes">Real national weather files reach 1.7 MB: raise it for a source you know.</param>
    /// <returns>The alert, or KERNEL-003 to -005, CAP-001 to CAP-007 with line and column.</returns>
    public static Result<CapAlert> Read(ReadOnlyMemory<byte> bytes, int mostBytes = SafeXml.UsualBytes) =>
        SafeXml.Parse(bytes, mostBytes).Then(document => Cap.CapMapping.Alert(document.Root!));

    /// <summary>Also looks inside Atom, RSS, EDXL-DE and lists of alerts. A bad alert does not spoil its neighbours.</summary>
    /// <returns>What was found, or KERNEL-003 to -005, CAP-001, CAP-008 (an envelope without alert), CAP-009.</returns>
    public static Result<CapBundle> ReadAll(ReadOnlyMemory<byte> bytes, int mostBytes = SafeXml.UsualBytes) =>
        SafeXml.Parse(bytes, mostBytes).Then(document => Open(document.Root!));

    internal static IReadOnlyList<XElement> Inside(XElement root)
    {
        var found = new List<XElement>();
        var open = new Stack<XElement>([root]);
        while (open.TryPop(out var element))
        {
            if (Cap.CapXml.Version(element) is not null)
            {
                found.Add(element);
                continue;
            }

            foreach (var child in element.Elements().Reverse())
            {
                open.Push(child);
            }
        }

        return found;
    }

    internal static int Entries(XElement root) => root.Descendants().Count(element =>
        element.Name == Cap.CapXml.Atom + "entry" || (root.Name == "rss" && element.Name == "item"));

    static Result<CapBundle> Open(XElement root)
    {
        if (Cap.CapXml.Version(root) is null && !Cap.CapXml.IsEnvelope(root))
        {
            return Cap.CapXml.Problem(CapProblems.NotCap, root, ("found", Cap.CapXml.Called(root)));
        }

        var inside = Inside(root);
        if (inside.Count == 0)
        {
            return CapProblems.NoAlertInside.With(("found", Cap.CapXml.Called(root)));
        }

        if (inside.Count > MostAlerts)
        {
            return CapProblems.TooMany.With(("limit", MostAlerts));
        }

        var (alerts, rejected) = (new List<CapAlert>(), new List<Problem>());
        foreach (var element in inside)
        {
            if (Cap.CapMapping.Alert(element).TryGet(out var alert, out var refused))
            {
                alerts.Add(alert);
            }

            rejected.AddRange(refused);
        }

        return new CapBundle(alerts, rejected, Entries(root));
    }
}
