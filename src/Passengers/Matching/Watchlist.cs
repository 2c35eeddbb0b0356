using Belfry.Kernel;

namespace Belfry.Passengers;

/// <param name="Name">Of the file, as the reader knows it.</param>
public sealed record ListFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>A record that became no entry, with its place.</summary>
/// <param name="Record">Number in the file, from 1, head line not counted.</param>
/// <param name="Line">Line of the file it starts on, from 1; 0 where the format has no lines.</param>
public sealed record RejectedRecord(string File, int Record, int Line, Problem Problem)
{
    public override string ToString() => $"{File} record {Record} line {Line}: {Problem}";
}

/// <summary>What a set of list files holds. Records = Entries + NotPersons + Joined + Rejected, always.</summary>
/// <param name="Entries">One for each person.</param>
/// <param name="Rejected">Records nothing could be made of.</param>
/// <param name="Noticed">Entries that were taken although part of them could not be read (a date of birth in no known form).</param>
/// <param name="NotPersons">Companies, ships, aircraft: no passengers.</param>
/// <param name="Joined">Alias records that were added to the entry they name.</param>
public sealed record Watchlist(IReadOnlyList<WatchlistEntry> Entries, IReadOnlyList<RejectedRecord> Rejected, IReadOnlyList<RejectedRecord> Noticed, int NotPersons, int Joined, int Records)
{
    /// <summary>
    /// Reads EU (annex CSV, and the financial sanctions XML), UN (consolidated XML), OFAC (SDN and consolidated CSV with their alias files) and any CSV with a head line
    /// that names its columns. The format is known by the content, never by the file's name. A file nothing can be made of is one rejected record.
    /// </summary>
    /// <param name="files">Read together, so that an OFAC alias file finds its entries.</param>
    public static Watchlist Read(IReadOnlyList<ListFile> files) => Matching.ListReading.Read(files);
}
