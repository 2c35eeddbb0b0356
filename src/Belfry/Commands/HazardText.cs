using System.Globalization;
using Belfry.Geography;

namespace Belfry.Commands;

/// <summary>A hazard result as people read it on a terminal.</summary>
static class HazardText
{
    const int MostMunicipalities = 20;

    public static string Of(HazardResult result)
    {
        var lines = new List<string> { Say($"{result.Model} {result.Version}, asked by {result.Author} at {result.Time:yyyy-MM-dd HH:mm:ss} UTC") };
        if (result.At is { } at)
        {
            lines.Add(Say($"at {at.Latitude:0.00000},{at.Longitude:0.00000}  (Lambert 72 {at.Lambert72}, Lambert 2008 {at.Lambert2008})"));
        }

        lines.AddRange(result.Warnings.Select(warning => "! " + warning));
        lines.AddRange(result.Inputs.Select(input => Say($"  {input.Name,-34} {(input.Number is { } number ? Number(number) : input.Choice)} {input.Unit}").TrimEnd()));
        lines.Add("");
        lines.AddRange(result.Figures.Select(figure => Say($"{figure.Name,-36} {Number(figure.Value),14} {figure.Unit}").TrimEnd()));
        foreach (var table in result.Tables)
        {
            lines.Add("");
            lines.Add(table.Name);
            lines.Add(string.Join("  ", table.Columns.Select(column => Say($"{(column.Unit.Length == 0 ? column.Name : column.Name + " " + column.Unit),18}"))));
            lines.AddRange(table.Rows.Select(row => string.Join("  ", row.Select(value => Say($"{(value is { } number ? Number(number) : "-"),18}")))));
        }

        if (result.States.Count > 0)
        {
            lines.Add("");
            lines.AddRange(result.States.Select(state => Say($"{state.From:yyyy-MM-dd HH:mm} to {(state.To is { } to ? to.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "open"),-16}  {state.Name} {state.State}: {state.Says}")));
        }

        foreach (var counted in result.Exposures)
        {
            lines.Add("");
            lines.Add(Say($"inside {counted.Zone}: {counted.Exposure.People.Everywhere} people ± {counted.Exposure.People.PlusMinus}, {counted.Exposure.People.Belgium} ± {counted.Exposure.People.BelgiumPlusMinus} in Belgium; {string.Join(", ", counted.Exposure.Anchors.Select(group => $"{group.Count} {ExposureCommand.Words(group.Kind)}"))}"));
            lines.AddRange(counted.Exposure.Municipalities.Take(MostMunicipalities).Select(one => Say($"  {one.Refnis} {one.Name.En,-32} {one.People,8} ± {one.PlusMinus}")));
            if (counted.Exposure.Municipalities.Count > MostMunicipalities)
            {
                lines.Add(Say($"  and {counted.Exposure.Municipalities.Count - MostMunicipalities} municipalities more (--json has all)"));
            }
        }

        if (result.Zones.Count > 0)
        {
            lines.Add("");
        }

        lines.AddRange(result.Zones.Select(zone => Say($"zone {zone.Name,-31} {(zone.Threshold is { } threshold ? Number(threshold) : ""),14} {zone.Unit,-8} {zone.AreaKm2:0.000} km²")));
        lines.Add("");
        lines.AddRange(result.Sources.Select(source => Say($"source ({source.Trust switch { HazardTrust.Read => "read", HazardTrust.CrossChecked => "cross-checked", HazardTrust.Secondary => "read at second hand", _ => "from memory" }}): {source.Citation}")));
        return string.Join(Environment.NewLine, lines);
    }

    // Six digits that count: more would promise what no model keeps.
    static string Number(double value) => Math.Abs(value) is 0 or >= 0.001 and < 1e7 ? Kept(value).ToString("0.######", CultureInfo.InvariantCulture) : value.ToString("0.####e+0", CultureInfo.InvariantCulture);

    static double Kept(double value) => value == 0 ? 0 : Math.Round(value, Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
