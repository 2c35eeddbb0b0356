using System.Globalization;
using Belfry.Kernel;
using Microsoft.AspNetCore.Components;

namespace Belfry.Shell;

/// <summary>One column: how it reads, how it sorts, what a cell shows. The CSV takes the same text.</summary>
/// <param name="Id">In the address and the CSV head; letters, digits, hyphen.</param>
public sealed record Column<TRow>(string Id, LocalizedText Title, Func<TRow, Frame, string?> Text)
{
    /// <summary>Set right, in tabular figures.</summary>
    public bool Number { get; init; }

    /// <summary>Null: cannot be sorted by.</summary>
    public Func<TRow, IComparable?>? Order { get; init; }

    /// <summary>Null shows <see cref="Text"/>.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>Shown only when chosen.</summary>
    public bool Spare { get; init; }

    public static Column<TRow> Of(string id, LocalizedText title, Func<TRow, string?> text) =>
        new(id, title, (row, _) => text(row)) { Order = text };

    /// <param name="format">.NET number format. Default N0.</param>
    public static Column<TRow> OfNumber(string id, LocalizedText title, Func<TRow, decimal?> value, string format = "N0") =>
        new(id, title, (row, frame) => value(row)?.ToString(format, frame.Culture)) { Number = true, Order = row => value(row) };

    public static Column<TRow> OfTime(string id, LocalizedText title, Func<TRow, DateTimeOffset?> value) =>
        new(id, title, (row, frame) => value(row) is { } instant ? frame.Local(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null)
        {
            Order = row => value(row),
            Cell = row => builder =>
            {
                if (value(row) is { } instant)
                {
                    builder.OpenComponent<Look.TimeText>(0);
                    builder.AddComponentParameter(1, nameof(Look.TimeText.Instant), instant);
                    builder.CloseComponent();
                }
            },
        };
}
