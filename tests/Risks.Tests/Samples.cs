using System.Globalization;
using System.Text;
using Belfry.Kernel;
using Belfry.Risks;
using Belfry.Risks.Cascades;
using CsCheck;

namespace Belfry.Tests.RisksRoom;

/// <summary>Networks to test with: from the shipped files, written out, or generated.</summary>
static class Samples
{
    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "data", "risks", name);

    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    public static Result<CascadeFile> Read(string json) => Cascade.Read(Bytes(json));

    public static string[] Places(IEnumerable<Problem> problems) => [.. problems.Select(problem => $"{problem.Code} {problem.Field}")];

    /// <summary>One level; rates in catalogue order; links "A>B" with their probability.</summary>
    public static CascadeModel OneLevel(string ids, double[] rates, double[] impacts, params (string Link, double P)[] links) => CascadeModel.Create(
        1, [.. ids.Split(' ').Select((id, at) => new CascadeRisk(id, null, [rates[at]], [impacts[at]]))],
        [.. links.Select(link => new CascadeLink(link.Link.Split('>')[0], link.Link.Split('>')[1], [[link.P]]))]).Value;

    /// <summary>The black-out network of the fixture: rates 1/50, 1/10, 1/20, 1/10, 1/25 and impacts 100, 40, 80, 20, 60.</summary>
    public static CascadeModel Blackout(double powerToTelecom = 0.8, params double[] rates) => OneLevel(
        "PWR TEL WAT WWT FUE", rates.Length > 0 ? rates : [0.02, 0.1, 0.05, 0.1, 0.04], [100, 40, 80, 20, 60],
        ("PWR>TEL", powerToTelecom), ("PWR>WAT", 0.5), ("PWR>WWT", 0.7), ("PWR>FUE", 0.9), ("TEL>FUE", 0.3), ("FUE>TEL", 0.4), ("FUE>WAT", 0.3), ("FUE>WWT", 0.2), ("TEL>WAT", 0.1), ("TEL>PWR", 0.05));

    /// <summary>Any small network: 2 to 6 risks, 1 to 3 levels, any links and loops, any rates and impacts.</summary>
    public static Gen<CascadeModel> Models { get; } =
        from levels in Gen.Int[1, 3]
        from count in Gen.Int[2, 6]
        from rates in Gen.Double[0, 1].Array[count * levels]
        from impacts in Gen.Double[0, 100].Array[count * levels]
        from chosen in Gen.Bool.Array[count * count]
        from rows in Gen.Double[0, 1].Array[count * count * levels * levels]
        select Model(levels, count, rates, impacts, chosen, rows);

    static CascadeModel Model(int levels, int count, double[] rates, double[] impacts, bool[] chosen, double[] rows)
    {
        var links = new List<CascadeLink>();
        for (var at = 0; at < count * count; at++)
        {
            var (cause, effect) = (at / count, at % count);
            if (cause != effect && chosen[at] && links.Count < 7)
            {
                links.Add(new CascadeLink(Id(cause), Id(effect), [.. Enumerable.Range(0, levels).Select(j => Row(rows.AsSpan(((at * levels) + j) * levels, levels)))]));
            }
        }

        return CascadeModel.Create(
            levels, [.. Enumerable.Range(0, count).Select(risk => new CascadeRisk(Id(risk), null, [.. rates.Skip(risk * levels).Take(levels)], [.. impacts.Skip(risk * levels).Take(levels)]))], links).Value;
    }

    static IReadOnlyList<double> Row(ReadOnlySpan<double> cells)
    {
        var row = new double[cells.Length];
        for (var k = 0; k < row.Length; k++)
        {
            row[k] = cells[k] / row.Length;
        }

        return row;
    }

    static string Id(int risk) => "r" + risk.ToString(CultureInfo.InvariantCulture);

    public static Tally[] Walked(CascadeModel model, int runs, long seed = 1) =>
        new Simulation(Network.Build(model), new CascadeSettings { Seed = seed, Threads = 1 }, default).Fixed(Root.Of(model, seed), runs);
}
