using Belfry.Kernel;

namespace Belfry.Passengers.Matching;

/// <summary>Knows a list by its content and hands it to its reader.</summary>
static class ListReading
{
    /// <summary>A million CSV entries have about 60 MB.</summary>
    public const int MostBytes = 256 * 1024 * 1024;

    /// <summary>The EU's full XML has about 25 MB; a document in memory takes ten times its bytes.</summary>
    public const int MostXmlBytes = 64 * 1024 * 1024;

    public static Watchlist Read(IReadOnlyList<ListFile> files)
    {
        var drafts = files.Select(One).ToList();
        var reading = new ListDraft("");
        foreach (var draft in drafts)
        {
            reading.Add(draft);
        }

        OfacCsv.JoinAliases(reading);
        return reading.Done();
    }

    static ListDraft One(ListFile file)
    {
        var draft = new ListDraft(file.Name);
        if (file.Bytes.Length > MostBytes)
        {
            draft.Records++;
            draft.Reject(1, 0, MatchingProblems.ListTooLarge.With(("bytes", file.Bytes.Length), ("limit", MostBytes)));
        }
        else if (file.Bytes.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..])
        {
            Xml(file, draft);
        }
        else if (OfacCsv.Knows(file.Bytes))
        {
            OfacCsv.Read(file, draft);
        }
        else
        {
            HeaderCsv.Read(file, draft);
        }

        return draft;
    }

    static void Xml(ListFile file, ListDraft draft)
    {
        if (!SafeXml.Parse(file.Bytes, MostXmlBytes).TryGet(out var document, out var problems))
        {
            draft.Records++;
            draft.Reject(1, 0, problems[0]);
        }
        else if (document.Root!.Name.LocalName == "CONSOLIDATED_LIST")
        {
            UnXml.Read(document, draft);
        }
        else if (document.Root.Elements().Any(element => element.Name.LocalName == "sanctionEntity"))
        {
            EuXml.Read(document, draft);
        }
        else
        {
            draft.Records++;
            draft.Reject(1, 1, MatchingProblems.ListUnknown);
        }
    }
}
