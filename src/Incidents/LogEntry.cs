using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>What a line of the logbook is. Stored by name.</summary>
public enum LogKind
{
    Note,
    Report,
    Decision,
    Measure,
    Request,

    /// <summary>Says how an earlier line should have read; the earlier one stays.</summary>
    Correction,

    /// <summary>Takes an earlier line back; it stays, struck through.</summary>
    Withdrawal,

    /// <summary>Written by the program: an alert approved, an area changed.</summary>
    Act,
}

/// <summary>Admiralty code, first half: how reliable the source is (A completely … F cannot be judged).</summary>
public enum SourceReliability
{
    F,
    A,
    B,
    C,
    D,
    E,
}

/// <summary>A line to be written.</summary>
/// <param name="Happened">When it happened, where known.</param>
/// <param name="Observed">When someone saw it.</param>
/// <param name="Received">When we heard of it; null: now. The fourth time, of writing, is the ledger's own.</param>
/// <param name="Credibility">Admiralty code, second half: 1 confirmed … 5 improbable, 6 cannot be judged.</param>
/// <param name="Target">The line that a correction or withdrawal is about.</param>
public sealed record LogDraft(
    LogKind Kind, string Text, string Discipline = "", DateTimeOffset? Happened = null, DateTimeOffset? Observed = null, DateTimeOffset? Received = null,
    SourceReliability Reliability = SourceReliability.F, int Credibility = 6, long? Target = null);

/// <summary>A line as it stands. Order is <paramref name="Number"/>, never a time.</summary>
/// <param name="Lateness">Between hearing and writing; shown when it is more than a minute.</param>
public sealed record LogEntry(
    long Number, LogKind Kind, string Text, string Author, string Discipline, DateTimeOffset? Happened, DateTimeOffset? Observed, DateTimeOffset Received, DateTimeOffset Recorded,
    SourceReliability Reliability, long Credibility, long? Target, long? CorrectedBy)
{
    public TimeSpan Lateness => Recorded - Received;

    public string Grade => FormattableString.Invariant($"{Reliability}{Credibility}");
}
