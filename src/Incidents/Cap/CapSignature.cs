using System.Security.Cryptography.X509Certificates;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>What a signature is worth.</summary>
public enum CapSignatureState
{
    NotSigned,

    /// <summary>Right, strong, and by a certificate we trust.</summary>
    Verified,

    /// <summary>Right, but by someone we do not know, out of date, or with SHA-1. It proves only that nothing changed by chance.</summary>
    SignedButUntrusted,

    /// <summary>Wrong, or of a kind that is not accepted. Treat the message as forged.</summary>
    Broken,
}

/// <param name="By">Name in the certificate; null when there is none.</param>
/// <param name="Reason">Why it is not Verified; null when it is, or when nothing is signed.</param>
public sealed record CapSignature(CapSignatureState State, string? By, Problem? Reason)
{
    public static CapSignature None { get; } = new(CapSignatureState.NotSigned, null, null);
}

/// <summary>Whom we believe: pinned certificates of senders, and authorities whose certificates we accept. Nothing is fetched; revocation is by taking one off the list.</summary>
public sealed record CapTrust(IReadOnlyList<X509Certificate2> Senders, IReadOnlyList<X509Certificate2> Authorities)
{
    public static CapTrust Nobody { get; } = new([], []);
}
