using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch.Arm;

/// <summary>While nothing may leave, every screen says so.</summary>
static class DisarmedNotice
{
    static readonly StandingNotice Notice = new(
        new("Ontwapend: er vertrekt niets. Twee personen moeten deze instantie wapenen.", "Désarmé : rien ne part. Deux personnes doivent armer cette instance.",
            "Entschärft: nichts geht hinaus. Zwei Personen müssen diese Instanz scharf schalten.", "Disarmed: nothing leaves. Two people have to arm this instance."),
        new("Wapenen", "Armer", "Scharf schalten", "Arm it"),
        "/arming");

    public static StandingNoticeSource Source(Arming arming) => new(() => arming.IsArmed ? null : Notice);
}
