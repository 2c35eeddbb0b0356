using System.Diagnostics;
using System.Globalization;
using System.Text;
using Belfry.Passengers;
using Belfry.Passengers.Edifact;

namespace Belfry.Bench.Passengers;

/// <summary>
/// bench passengers parse [FILE…]: the lexer alone, then whole readings with every object built, on one thread. Rates are per second of processor time
/// (all threads of the process, collector included), so that a busy machine does not change them much; wall time stands beside.
/// </summary>
static class ParseBench
{
    const int Bookings = 20_000;
    const double Gate = 20_000;

    public static Task<int> RunAsync(string[] files)
    {
        var made = MadeMessages.Files(Bookings);
        var bytesMade = made.Sum(file => (long)file.Length);
        List<IReadOnlyList<string>> rows = [];
        var (built, misses) = (0.0, new List<string>());
        Measure(rows, "split into strings (string.Split), the usual way", bytesMade, () => made.Sum(Split));
        Measure(rows, "lexer: segments, elements, components as spans", bytesMade, () => made.Sum(Lex));
        built = Measure(rows, "reading: every traveller, document, flight as objects, a file at a time", bytesMade, () => made.Sum(Booked));
        Measure(rows, "the same, everything kept in memory to the end", bytesMade, () => made.ConvertAll(Read).Sum(reading => reading.Messages[0].Bookings.Count));
        if (built < Gate)
        {
            misses.Add(string.Create(CultureInfo.InvariantCulture, $"{built:N0} PNR/s of processor time are under {Gate:N0}"));
        }

        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var repeats = Math.Max(1, 20_000_000 / bytes.Length);
            Measure(rows, $"reading: {Path.GetFileName(file)}, {repeats} times", (long)bytes.Length * repeats, () => Enumerable.Range(0, repeats).Sum(_ => Booked(bytes)));
        }

        var counts = made.Aggregate(default(ReadingCounts), (sum, file) => sum + Read(file).Counts);
        new Figures(
            "passengers", "parse", "Passenger messages: how fast they are read", "dotnet run -c Release --project bench -- passengers parse",
            [
                string.Create(CultureInfo.InvariantCulture, $"{Bookings:N0} made bookings of PNRGOV 13.1 in messages of 127, {bytesMade / 1e6:N1} MB: {bytesMade / Bookings} bytes, {counts.Segments / Bookings} segments, "
                    + $"{(double)counts.Loaded / Bookings:N1} travellers, {(double)counts.TravellerRecords / Bookings:N1} TIF a booking, the shape of a carrier's push (127 bookings: 253 KB, 268 travellers). One thread. {counts.Loaded:N0} loaded, {counts.Rejected} rejected, accounts {(counts.Reconciles ? "reconcile" : "do NOT reconcile")}."),
                "Peer, measured on another day on this machine: the parser of GTAS 1.14.2, 1,200 to 2,000 PNR/s and 2.3 to 3.0 MB/s a thread, without database.",
                "The gate: 20,000 PNR/s a core with objects built.",
            ],
            ["step", "MB/s (processor)", "PNR/s (processor)", "MB/s (wall)", "bytes allocated a PNR"], rows, misses).Write();
        return Task.FromResult(misses.Count == 0 ? 0 : 1);
    }

    static double Measure(List<IReadOnlyList<string>> rows, string step, long bytes, Func<int> run)
    {
        run();
        var (best, bestWall, bookings, allocated) = (double.MaxValue, double.MaxValue, 0, 0L);
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            var (before, clock, memory) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            bookings = run();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            bestWall = Math.Min(bestWall, clock.Elapsed.TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - memory;
        }

        var megabytes = bytes / 1e6;
        rows.Add([
            step, Number(megabytes / best), Number(bookings / best), Number(megabytes / bestWall), Number((double)allocated / Math.Max(1, bookings)),
        ]);
        return bookings / best;
    }

    static string Number(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);

    static PassengerReading Read(byte[] bytes) => PassengerFile.Read(bytes).Value;

    static int Booked(byte[] bytes) => Read(bytes).Messages.Sum(message => message.Bookings.Count);

    static int Lex(byte[] bytes)
    {
        var source = Unwrapped.From(bytes);
        var start = InterchangeStart.Find(source, 0)!.Value;
        var (reader, bookings) = (new SegmentReader(source, start.Separators, start.At, Encoding.ASCII), 0);
        while (reader.Next())
        {
            bookings += reader.Tag == "SRC" ? 1 : 0;
        }

        return bookings;
    }

    static int Split(byte[] bytes)
    {
        var bookings = 0;
        foreach (var segment in Encoding.ASCII.GetString(bytes).Split('\''))
        {
            var elements = segment.Trim().Split('+');
            foreach (var element in elements)
            {
                _ = element.Split(':').Length;
            }

            bookings += elements[0] == "SRC" ? 1 : 0;
        }

        return bookings;
    }
}
