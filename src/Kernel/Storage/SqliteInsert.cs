using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Belfry.Kernel;

/// <summary>Many rows into one table, bound by place: a row of the ledger costs a few microseconds, half of which names would take.</summary>
sealed class SqliteInsert : IDisposable
{
    readonly sqlite3 file;
    readonly sqlite3_stmt statement;
    readonly object?[] bound;
    byte[] utf8 = new byte[256];

    public SqliteInsert(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        file = connection.Handle!;
        bound = new object?[columns.Count];
        Array.Fill(bound, this); // nothing yet: no value equals this
        var sql = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(file, sql, out statement), file);
    }

    public void Add(object?[] row)
    {
        for (var at = 0; at < bound.Length; at++)
        {
            var value = row[at];
            if (!Equals(bound[at], value)) // what was bound stays so from row to row
            {
                SqliteException.ThrowExceptionForRC(Bind(at + 1, value is null ? null : SqliteDialect.Stored(Parameters.PlainValue(value))), file);
                bound[at] = value;
            }
        }

        var said = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (said != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(said, file);
        }
    }

    public void Dispose() => statement.Dispose();

    int Bind(int place, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                return raw.sqlite3_bind_null(statement, place);
            case long number:
                return raw.sqlite3_bind_int64(statement, place, number);
            case double number:
                return raw.sqlite3_bind_double(statement, place, number);
            case byte[] bytes:
                return raw.sqlite3_bind_blob(statement, place, bytes);
            case string text:
                var most = Encoding.UTF8.GetMaxByteCount(text.Length);
                if (utf8.Length < most)
                {
                    utf8 = new byte[most];
                }

                return raw.sqlite3_bind_text(statement, place, utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
            default:
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A value of {value.GetType()} cannot be stored."));
        }
    }
}
