using System.Security.Cryptography.X509Certificates;

namespace Belfry.Incidents.Cap;

/// <summary>A right signature is only as good as the certificate behind it.</summary>
static class SignatureTrust
{
    public static CapSignature Weigh(IReadOnlyList<X509Certificate2> certificates, bool weak, CapTrust trust, DateTimeOffset? now)
    {
        if (certificates.Count == 0)
        {
            return new(CapSignatureState.SignedButUntrusted, null, CapProblems.Untrusted.With(("who", "?")));
        }

        var signer = certificates[0];
        var who = signer.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (weak)
        {
            return new(CapSignatureState.SignedButUntrusted, who, CapProblems.WeakMethod.With(("found", "SHA-1")));
        }

        if (now is { } moment && (moment < Start(signer) || moment > End(signer)))
        {
            return new(CapSignatureState.SignedButUntrusted, who, CapProblems.OutOfDate.With(
                ("who", who), ("from", CapTime.Text(Start(signer))), ("until", CapTime.Text(End(signer)))));
        }

        return trust.Senders.Any(pinned => pinned.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)) || Leads(certificates, trust, now)
            ? new(CapSignatureState.Verified, who, null)
            : new(CapSignatureState.SignedButUntrusted, who, CapProblems.Untrusted.With(("who", who)));
    }

    // Offline on purpose: a warning must be judged when the network is down, and nothing in a message may make us call out.
    static bool Leads(IReadOnlyList<X509Certificate2> certificates, CapTrust trust, DateTimeOffset? now)
    {
        if (trust.Authorities.Count == 0)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = (now ?? Start(certificates[0])).UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Authorities.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Skip(1).ToArray());
        return chain.Build(certificates[0]);
    }

    static DateTimeOffset Start(X509Certificate2 certificate) => new(certificate.NotBefore);

    static DateTimeOffset End(X509Certificate2 certificate) => new(certificate.NotAfter);
}
