using System.Collections.Concurrent;

namespace Belfry.Kernel;

/// <summary>
/// Turns the one SQL text into the dialect's. Fragments: <c>{in ids}</c> membership of a list parameter, <c>{uuid ids}</c> the same for ids,
/// <c>{skip locked}</c>, <c>{skip locked of d}</c> and <c>{for update}</c> row locks.
/// </summary>
static class Statement
{
    static readonly ConcurrentDictionary<(string Sql, DatabaseKind Kind), string> Known = new();

    public static string For(Dialect dialect, string sql) =>
        sql.Contains('{', StringComparison.Ordinal) ? Known.GetOrAdd((sql, dialect.Kind), static (key, dialect) => Expand(dialect, key.Sql), dialect) : sql;

    static string Expand(Dialect dialect, string sql)
    {
        var text = new System.Text.StringBuilder(sql.Length + 64);
        var from = 0;
        for (var open = sql.IndexOf('{', StringComparison.Ordinal); open >= 0; open = sql.IndexOf('{', from))
        {
            var close = sql.IndexOf('}', open);
            if (close < 0)
            {
                throw new ArgumentException($"A fragment is not closed: {sql[open..]}");
            }

            text.Append(sql, from, open - from);
            var (name, argument) = Split(sql[(open + 1)..close]);
            text.Append(dialect.Expand(name, argument));
            from = close + 1;
        }

        return text.Append(sql, from, sql.Length - from).ToString();
    }

    static (string Name, string Argument) Split(string words) =>
        words.Split(' ', 2) is [var name, var argument] ? (name, argument) : throw new ArgumentException($"A fragment needs its argument: {{{words}}}");
}
