using System.ComponentModel.DataAnnotations;

namespace Belfry.Shell;

/// <summary>Section <c>instance</c> of belfry.json: who this instance is to the world outside.</summary>
public sealed record InstanceSettings
{
    /// <summary>The address that people type: <c>https://crisis.example.be</c>, without a path; http on this machine only. Empty: belfry.localhost. Its host signs heads and names CAP messages, so it is chosen once.</summary>
    [StringLength(200)]
    public string Origin { get; init; } = "";

    /// <summary>Who runs the instance, in the certificate that it makes for CAP. Empty: Belfry and the world's name.</summary>
    [StringLength(64)]
    public string Organisation { get; init; } = "";
}
