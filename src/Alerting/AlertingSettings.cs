using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Belfry.Alerting;

/// <summary>Section <c>alerting</c> of belfry.json.</summary>
public sealed record AlertingSettings
{
    /// <summary>Longest delegation of the decision right, days of 24 hours. Default 92; 1 to 366.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestDelegation { get; init; } = TimeSpan.FromDays(92);

    public CapIdentity Cap { get; init; } = new();
}

/// <summary>Section <c>alerting:cap</c>: who publishes, in every CAP message.</summary>
public sealed partial record CapIdentity
{
    /// <summary>CAP's sender, for ever the same: no space, comma, &lt; or &amp; (CAP 1.2, 3.2.1). Empty: <c>alerts@</c> and the origin's host.</summary>
    [StringLength(120)]
    public string Sender { get; init; } = "";

    /// <summary>CAP's contact: where the public turns with a question. Empty: not written.</summary>
    [StringLength(200)]
    public string Contact { get; init; } = "";

    /// <summary>CAP's web: an https address with more about any alert. Empty: not written.</summary>
    [StringLength(200)]
    public string Web { get; init; } = "";

    /// <summary>What ranges alone do not say: member, reason in English.</summary>
    public IEnumerable<(string Path, string Reason)> Faults()
    {
        if (!SenderForm().IsMatch(Sender))
        {
            yield return ("alerting:cap:sender", "CAP allows no space, comma, < or & in it");
        }

        if (Web.Length > 0 && !(Uri.TryCreate(Web, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps))
        {
            yield return ("alerting:cap:web", "no https address");
        }
    }

    [GeneratedRegex(@"^[^\s,<&]*$", RegexOptions.NonBacktracking)]
    private static partial Regex SenderForm();
}
