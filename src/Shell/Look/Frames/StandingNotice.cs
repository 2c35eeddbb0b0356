using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>What everyone at a screen has to know until it is over: one sentence and where it is settled.</summary>
/// <param name="Address">Path of the page that settles it.</param>
public sealed record StandingNotice(LocalizedText Sentence, LocalizedText Act, string Address);

/// <summary>A room's standing notice, asked at every request: cheap, null when there is none. Registered as a service.</summary>
public sealed record StandingNoticeSource(Func<StandingNotice?> Find);
