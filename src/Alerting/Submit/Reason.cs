using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>Why something is not, or no longer, sent: it stands in the logbook, so it is never empty.</summary>
static class Reason
{
    public static Result<string> From(string? why) => string.IsNullOrWhiteSpace(why) ? AlertProblems.ReasonNeeded.At("why") : PlainText.From(why, "why", 1_000);
}
