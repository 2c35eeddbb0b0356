using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch;

/// <summary>Why an instance may not send. Stored by name.</summary>
public enum DisarmCause
{
    /// <summary>A real world that was never armed.</summary>
    FirstStart,

    /// <summary>It is a copy: what it has in hand may have gone out long ago, from the instance it is a copy of.</summary>
    Restored,
}

/// <summary>
/// May this instance send at all? A new real world may not, nor one that was restored from a backup. A file in the data folder says so,
/// and it goes when two different people have said yes, each with a reason. What is missing disarms: a real world without either file waits.
/// </summary>
public sealed class Arming(Instance instance, Db db, Access access)
{
    /// <summary>In the data folder; while it is there nothing leaves.</summary>
    public const string FileName = "disarmed.json";

    /// <summary>In the data folder: who armed it. A real world without it is not armed.</summary>
    public const string ArmedFileName = "armed.json";

    /// <summary>The second yes comes within this time of the first; after it the first is void.</summary>
    public static readonly TimeSpan FirstLives = TimeSpan.FromHours(24);

    const int LeastWhy = 5;
    const int MostWhy = 500;

    static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter() } };

    readonly Lock gate = new();

    /// <param name="Detail">The name of the backup; else empty.</param>
    /// <param name="First">Who said yes first; null when nobody has.</param>
    public sealed record Marker(DateTimeOffset Since, DisarmCause Cause, string Detail = "", Yes? First = null)
    {
        /// <summary>In English, for logs.</summary>
        [JsonIgnore]
        public string Why => Cause == DisarmCause.FirstStart ? "first start of a real world" : "restored from " + Detail;
    }

    public sealed record Yes(Guid Account, string Name, DateTimeOffset At, string Why);

    public sealed record Armed(Yes First, Yes Second);

    string File => Path.Combine(instance.Folder, FileName);

    string ArmedFile => Path.Combine(instance.Folder, ArmedFileName);

    public bool IsArmed => !System.IO.File.Exists(File);

    /// <summary>Null when it is armed. A first yes that has grown too old is not in it.</summary>
    public Marker? Find() => Read<Marker>(File) is not { } marker ? null
        : marker.First is { } first && instance.Clock.Now - first.At > FirstLives ? marker with { First = null } : marker;

    /// <summary>Who armed it; null when it never had to be.</summary>
    public Armed? FindArmed() => Read<Armed>(ArmedFile);

    public static void Disarm(string folder, Clock clock, DisarmCause cause, string detail = "") => Write(Path.Combine(folder, FileName), new Marker(clock.Now, cause, detail));

    /// <summary>At every start of a real world, before anything that could send: what nobody armed waits.</summary>
    public static void Await(string folder, Clock clock)
    {
        if (!System.IO.File.Exists(Path.Combine(folder, ArmedFileName)) && !System.IO.File.Exists(Path.Combine(folder, FileName)))
        {
            Disarm(folder, clock, DisarmCause.FirstStart);
        }
    }

    /// <param name="why">5 to 500 characters; in the audit and on the page.</param>
    /// <returns>
    /// True when it sends from now on, false when a second person is still needed. SHELL-001/002, SHELL-005…009 at <c>why</c>, DISPATCH-004 when
    /// the same person says yes twice, DISPATCH-005 when it is armed, DISPATCH-007 for too short a reason.
    /// </returns>
    public async Task<Result<bool>> ArmAsync(Person who, string? why, CancellationToken ct = default)
    {
        if (!access.Ask(who, DispatchPermissions.Arm, who.Organisation).TryGet(out var viewer, out var refused))
        {
            return Result<bool>.Refused(refused);
        }

        if (!PlainText.From(why, "why", MostWhy).TryGet(out var reason, out var missing))
        {
            return Result<bool>.Refused(missing);
        }

        if (reason.Length < LeastWhy)
        {
            return LedgerProblems.WhyNeeded.At("why", ("least", LeastWhy));
        }

        if (Find() is not { } marker)
        {
            return LedgerProblems.ArmedAlready;
        }

        if (marker.First?.Account == who.Account)
        {
            return LedgerProblems.SamePerson;
        }

        // The intent is in the audit before anything is armed.
        await db.ChangeAsync(new Act(viewer, "ArmDispatch", reason, "instance/" + instance.Origin), change =>
        {
            change.Note("second", marker.First is not null);
            return Task.CompletedTask;
        }, ct);
        lock (gate)
        {
            var yes = new Yes(who.Account, who.Name, instance.Clock.Now, reason);
            if (Find() is { First: { } first } && first.Account != who.Account)
            {
                Write(ArmedFile, new Armed(first, yes));
                System.IO.File.Delete(File);
                return true;
            }

            Write(File, marker with { First = yes });
            return false;
        }
    }

    static T? Read<T>(string file)
        where T : class => System.IO.File.Exists(file) ? JsonSerializer.Deserialize<T>(System.IO.File.ReadAllText(file), Form) : null;

    static void Write<T>(string file, T content)
    {
        System.IO.File.WriteAllText(file + ".tmp", JsonSerializer.Serialize(content, Form));
        System.IO.File.Move(file + ".tmp", file, overwrite: true);
    }
}
