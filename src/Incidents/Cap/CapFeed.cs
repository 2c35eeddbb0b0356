using System.Xml;
using System.Xml.Linq;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>One alert as a feed lists it (OASIS CAP Feeds 1.0; RFC 4287).</summary>
/// <param name="Identifier">Of the CAP message; the entry's id.</param>
/// <param name="Updated">When the message was sent.</param>
/// <param name="Link">Where the message lies; https or http, whole.</param>
/// <param name="Categories">Words of <see cref="CapCategory"/>, or the feed's own.</param>
public sealed record CapFeedEntry(string Identifier, DateTimeOffset Updated, string Title, string? Summary, Uri Link, IReadOnlyList<string> Categories)
{
    /// <param name="language">The info whose words are shown; the first one where there is none in it.</param>
    public static CapFeedEntry Of(CapAlert alert, Uri link, Language language)
    {
        var info = alert.Infos.FirstOrDefault(info => info.Language?.StartsWith(language.ToString(), StringComparison.OrdinalIgnoreCase) == true) ?? (alert.Infos.Count > 0 ? alert.Infos[0] : null);
        return new(
            alert.Identifier, alert.Sent, info?.Headline ?? info?.Event ?? $"{alert.MessageType} {alert.Identifier}", info?.Description, link,
            [.. alert.Infos.SelectMany(info => info.Categories).Distinct().Select(category => category.ToString())]);
    }
}

/// <summary>An Atom feed of CAP messages. It holds addresses, not the messages: what counts is the signed file behind the address.</summary>
/// <param name="Id">The feed's own IRI, for ever the same.</param>
/// <param name="Self">Where the feed itself lies; null when a foreign feed does not say.</param>
/// <param name="Entries">Newest first, by convention of who writes.</param>
public sealed record CapFeed(string Id, string Title, string Author, DateTimeOffset Updated, Uri? Self, IReadOnlyList<CapFeedEntry> Entries)
{
    public const string MediaType = "application/atom+xml";

    /// <summary>Media type of the messages behind the links.</summary>
    public const string CapMediaType = "application/cap+xml";

    /// <summary>Entries of a foreign feed that could not be used, each with its place. Empty when it was made here.</summary>
    public IReadOnlyList<Problem> Rejected { get; init; } = [];

    /// <summary>The same feed gives the same bytes, so that a hash of them serves as ETag. Every text is escaped.</summary>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry.</exception>
    public static byte[] Write(CapFeed feed)
    {
        var tree = new XElement(
            Atom("feed"),
            new XElement(Atom("id"), feed.Id),
            new XElement(Atom("title"), feed.Title),
            new XElement(Atom("updated"), Cap.CapTime.Text(feed.Updated)),
            new XElement(Atom("author"), new XElement(Atom("name"), feed.Author)),
            feed.Self is null ? null : Link("self", MediaType, feed.Self),
            feed.Entries.Select(Entry));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, CapWriter.Settings))
        {
            new XDocument(tree).Save(writer);
        }

        return stream.ToArray();
    }

    /// <returns>The feed, or KERNEL-003 to -005 or CAP-010. Entries without id, time or usable link are in <see cref="Rejected"/> (CAP-011). Nothing is fetched.</returns>
    public static Result<CapFeed> Read(ReadOnlyMemory<byte> bytes, int mostBytes = SafeXml.UsualBytes) => SafeXml.Parse(bytes, mostBytes).Then(document => Read(document.Root!));

    static Result<CapFeed> Read(XElement root)
    {
        if (root.Name != Atom("feed"))
        {
            return Cap.CapXml.Problem(CapProblems.NotFeed, root, ("found", Cap.CapXml.Called(root)));
        }

        var (entries, rejected) = (new List<CapFeedEntry>(), new List<Problem>());
        foreach (var element in root.Elements(Atom("entry")))
        {
            if (ReadEntry(element).TryGet(out var entry, out var refused))
            {
                entries.Add(entry);
            }

            rejected.AddRange(refused);
        }

        var updated = Cap.CapTime.Parse(Text(root, "updated")) ?? entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return new CapFeed(
            Text(root, "id"), Text(root, "title"), root.Element(Atom("author")) is { } author ? Text(author, "name") : "", updated,
            root.Elements(Atom("link")).Where(link => link.Attribute("rel")?.Value == "self").Select(Target).FirstOrDefault(), entries)
        { Rejected = rejected };
    }

    static Result<CapFeedEntry> ReadEntry(XElement entry)
    {
        Problem Missing(string field) => Cap.CapXml.Problem(CapProblems.EntryUnreadable, entry, ("field", field));
        var id = Text(entry, "id");
        if (id.Length == 0)
        {
            return Missing("id");
        }

        if (Cap.CapTime.Parse(Text(entry, "updated")) is not { } updated)
        {
            return Missing("updated");
        }

        // Some feeds leave the type out, or offer a page beside the message: the message is preferred.
        var link = entry.Elements(Atom("link"))
            .Where(link => link.Attribute("rel")?.Value is (null or "alternate") && Target(link) is not null)
            .OrderBy(link => link.Attribute("type")?.Value == CapMediaType ? 0 : 1).Select(Target).FirstOrDefault();
        if (link is null)
        {
            return Missing("link");
        }

        var summary = entry.Element(Atom("summary"))?.Value;
        return new CapFeedEntry(id, updated, Text(entry, "title"), summary, link,
            [.. entry.Elements(Atom("category")).Select(category => category.Attribute("term")?.Value ?? "").Where(term => term.Length > 0)]);
    }

    static XElement Entry(CapFeedEntry entry) => new(
        Atom("entry"),
        new XElement(Atom("id"), entry.Identifier),
        new XElement(Atom("title"), entry.Title),
        new XElement(Atom("updated"), Cap.CapTime.Text(entry.Updated)),
        Link("alternate", CapMediaType, entry.Link),
        entry.Categories.Select(category => new XElement(Atom("category"), new XAttribute("term", category))),
        entry.Summary is null ? null : new XElement(Atom("summary"), entry.Summary));

    static XElement Link(string relation, string type, Uri target) =>
        new(Atom("link"), new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", target.AbsoluteUri));

    static Uri? Target(XElement link) =>
        Uri.TryCreate(link.Attribute("href")?.Value.Trim(), UriKind.Absolute, out var target) && target.Scheme is ("https" or "http") ? target : null;

    static string Text(XElement parent, string name) => parent.Element(Atom(name))?.Value.Trim() ?? "";

    static XName Atom(string name) => Cap.CapXml.Atom + name;
}
