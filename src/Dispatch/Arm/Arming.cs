using System.Text.Json;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch;

/// <summary>
/// May this instance send at all? One that was restored from a backup may not: what it has in hand may have gone out long ago, from the
/// instance it is a copy of. A file in the data folder says so, and it goes when two different people have said yes.
/// </summary>
public sealed class Arming(Instance instance, Db db, Access access)
{
    /// <summary>In the data folder; while it is there nothing leaves.</summary>
    public const string FileName = "disarmed.json";

    readonly Lock gate = new();

    /// <param name="First">Who said yes first; null when nobody has.</param>
    public sealed record Marker(DateTimeOffset Since, string Why, Guid? First = null, string FirstName = "");

    string File => Path.Combine(instance.Folder, FileName);

    public bool IsArmed => !System.IO.File.Exists(File);

    /// <summary>Null when it is armed.</summary>
    public Marker? Find() => System.IO.File.Exists(File) ? JsonSerializer.Deserialize<Marker>(System.IO.File.ReadAllText(File)) : null;

    public static void Disarm(string folder, Clock clock, string why) => Write(Path.Combine(folder, FileName), new Marker(clock.Now, why));

    /// <returns>True when it sends from now on, false when a second person is still needed. SHELL-001/002, DISPATCH-004 when the same person says yes twice, DISPATCH-005 when it is armed.</returns>
    public async Task<Result<bool>> ArmAsync(Person who, CancellationToken ct = default)
    {
        if (!access.Ask(who, DispatchPermissions.Arm, who.Organisation).TryGet(out var viewer, out var refused))
        {
            return Result<bool>.Refused(refused);
        }

        // The intent is in the audit before anything is armed.
        if (Find() is not { } marker)
        {
            return LedgerProblems.ArmedAlready;
        }

        if (marker.First == who.Account)
        {
            return LedgerProblems.SamePerson;
        }

        await db.ChangeAsync(new Act(viewer, "ArmDispatch", marker.Why, "instance/" + instance.Origin), change =>
        {
            change.Note("second", marker.First is not null);
            return Task.CompletedTask;
        }, ct);
        lock (gate)
        {
            if (Find() is { First: { } first } now && first != who.Account)
            {
                System.IO.File.Delete(File);
                return true;
            }

            Write(File, marker with { First = who.Account, FirstName = who.Name });
            return false;
        }
    }

    static void Write(string file, Marker marker)
    {
        System.IO.File.WriteAllText(file + ".tmp", JsonSerializer.Serialize(marker));
        System.IO.File.Move(file + ".tmp", file, overwrite: true);
    }
}
