using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Belfry.Shell;

/// <summary>How a table is looked at, kept in the address: sort, page, filter, columns. What the address says wrongly falls back to the default.</summary>
public sealed record TableQuery
{
    TableQuery(string address, string key) => (Address, Key) = (address, key);

    /// <summary>Rows a page has. Default 50; 1 to 500.</summary>
    public int Size { get; init; } = 50;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Column id; null is the order the rows come in.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>What was typed; null for none. At most 200 characters.</summary>
    public string? Filter { get; init; }

    /// <summary>Chosen columns; empty is the table's own choice.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    public int Skip => (Page - 1) * Size;

    internal string Address { get; }

    internal string Key { get; }

    /// <param name="address">Path and query of the page.</param>
    /// <param name="key">Put before each name, so that two tables can share a page.</param>
    public static TableQuery From(string address, string key = "")
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? One(string name) => query.TryGetValue(key + name, out var values) && values.LastOrDefault() is { Length: > 0 and <= 200 } text ? text : null;
        var sort = One("sort");
        return new TableQuery(address, key)
        {
            Page = int.TryParse(One("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
            Size = int.TryParse(One("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, 500) : 50,
            Sort = sort?.TrimStart('-'),
            Descending = sort?.StartsWith('-') ?? false,
            Filter = One("q")?.Trim(),
            Shown = query.TryGetValue(key + "show", out var shown) ? [.. shown.OfType<string>().Where(id => id.Length <= 60).Take(60)] : [],
        };
    }

    /// <summary>The rows of this page out of all: filtered on the text of every column, sorted, cut. For tables held in memory.</summary>
    public TablePage<TRow> Take<TRow>(IEnumerable<TRow> rows, IReadOnlyList<Column<TRow>> columns, Frame frame)
    {
        if (Filter is { Length: > 0 } words)
        {
            rows = rows.Where(row => columns.Any(column => column.Text(row, frame) is { } text
                && frame.Culture.CompareInfo.IndexOf(text, words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
        }

        var kept = rows.ToList();
        if (columns.FirstOrDefault(column => column.Id == Sort)?.Order is { } order)
        {
            var compare = Comparer<IComparable?>.Create((one, other) => one is string left && other is string right
                ? frame.Culture.CompareInfo.Compare(left, right, CompareOptions.IgnoreCase)
                : Comparer<object>.Default.Compare(one, other));
            kept = [.. Descending ? kept.OrderByDescending(order, compare) : kept.OrderBy(order, compare)];
        }

        var page = Math.Min(Page, Math.Max(1, (kept.Count + Size - 1) / Size));
        return new TablePage<TRow>([.. kept.Skip((page - 1) * Size).Take(Size)], kept.Count, this with { Page = page });
    }

    /// <summary>This page's address with the table looked at otherwise. Everything else in the address stays.</summary>
    internal string Link(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var path = Address.Split('?', '#')[0];
        var pairs = Others().ToList();
        foreach (var (name, value) in changes)
        {
            pairs.RemoveAll(pair => pair.Key == Key + name);
            if (value is not null)
            {
                pairs.Add(new(Key + name, value));
            }
        }

        return QueryHelpers.AddQueryString(path, pairs.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value)));
    }

    /// <summary>What a form beside the table must carry on, less the names it sends itself.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Others(params IEnumerable<string> without)
    {
        var at = Address.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(at < 0 ? "" : Address[at..].Split('#')[0]);
        var skipped = without.Select(name => Key + name).ToHashSet(StringComparer.Ordinal);
        return from pair in query
               where !skipped.Contains(pair.Key)
               from value in pair.Value
               where value is not null
               select new KeyValuePair<string, string>(pair.Key, value);
    }
}

/// <summary>One page of rows.</summary>
/// <param name="Total">Rows that match, over all pages.</param>
/// <param name="Query">With the page that was really taken: past the end it is the last.</param>
public sealed record TablePage<TRow>(IReadOnlyList<TRow> Rows, int Total, TableQuery Query);
