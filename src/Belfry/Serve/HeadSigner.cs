using System.Text.Json;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Serve;

/// <summary>
/// Signs the heads of chains that grew, every ten seconds, and adds them to heads.log in the data folder: one JSON line a head. Whoever keeps
/// a copy of that file elsewhere can tell later whether a chain was shortened.
/// </summary>
sealed class HeadSigner(Db db, Instance instance, ILogger<HeadSigner> log) : BackgroundService
{
    public const string FileName = "heads.log";

    static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    readonly Viewer signer = Viewer.Program("heads");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await StepAsync(stoppingToken))
                {
                    // More moved than one change signs.
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Heads were not signed; tried again in {Seconds} s", Every.TotalSeconds);
            }

            await instance.Clock.DelayAsync(Every, stoppingToken);
        }
    }

    /// <returns>True when there may be more.</returns>
    internal async Task<bool> StepAsync(CancellationToken ct)
    {
        IReadOnlyList<string> notes = [];
        await db.ChangeAsync(new Act(signer, "SignHeads"), async change => notes = await ChainBook.SignHeadsAsync(change, instance.Keys.Signing, instance.Origin), ct);
        if (notes.Count > 0)
        {
            // The notes stand in the database too: a crash here loses only the copy.
            await File.AppendAllLinesAsync(Path.Combine(instance.Folder, FileName), notes.Select(note => JsonSerializer.Serialize(new { at = instance.Clock.Now, note })), ct);
        }

        return notes.Count == 500;
    }
}
