using Belfry.Fuzz;
using SharpFuzz;

// fuzz TARGET           under afl-fuzz: one input from standard input
// fuzz TARGET FILE…     each file once: a seed corpus in test.sh, or a crash to look at
var targets = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
{
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
