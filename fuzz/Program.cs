using Belfry.Fuzz;
using SharpFuzz;

// fuzz TARGET           under afl-fuzz: one input from standard input
// fuzz TARGET FILE…     each file once: a seed corpus in test.sh, or a crash to look at
var targets = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
{
    ["cap"] = CapTarget.Run,
    ["smpp"] = Belfry.Fuzz.SmppTarget.Run,
    ["geojson"] = bytes => Belfry.Geography.Area.FromGeoJson(bytes),
    ["cap-area"] = bytes => Belfry.Geography.Area.FromCap([System.Text.Encoding.Latin1.GetString(bytes)], [System.Text.Encoding.Latin1.GetString(bytes)]),
    ["raster"] = HazardTarget.Raster,
    ["series"] = HazardTarget.Series,
    ["response-table"] = ResponseTableTarget.Read,
    ["cascade"] = Belfry.Fuzz.CascadeTarget.Read,
    ["edifact"] = PassengersTarget.Edifact,
    ["pnrxml"] = PassengersTarget.PnrXml,
    ["names"] = NamesTarget.Names,
};

if (args.Length == 0 || !targets.TryGetValue(args[0], out var target))
{
    Console.Error.WriteLine("usage: fuzz TARGET [FILE…]\n  " + string.Join("\n  ", targets.Keys));
    return 2;
}

if (args.Length == 1)
{
    Fuzzer.Run(stream =>
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        target(memory.ToArray());
    });
    return 0;
}

foreach (var file in args[1..])
{
    target(File.ReadAllBytes(file));
}

return 0;
