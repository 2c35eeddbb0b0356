using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Belfry.Kernel;

namespace Belfry.Incidents.Cap;

/// <summary>Judges the one signature of an alert. First the shape, then the digest, then the value, then whom it is by.</summary>
static class SignatureReader
{
    const string Sha1 = CapXml.Signature + "sha1";
    const string RsaSha1 = CapXml.Signature + "rsa-sha1";
    const int MostCertificates = 5;

    public static CapSignature Judge(XmlDocument document, CapTrust trust, DateTimeOffset? now)
    {
        var shape = Shape(document);
        if (!shape.TryGet(out var parts, out var refused))
        {
            return new(CapSignatureState.Broken, null, refused[0]);
        }

        var certificates = Certificates(parts.Signature);
        using var loose = certificates.Count == 0 ? KeyValue(parts.Signature) : null;
        if (certificates.Count == 0 && loose is null)
        {
            return Broken(null, CapProblems.KeyMissing);
        }

        var by = certificates.Count == 0 ? null : certificates[0].GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        parts.Signature.ParentNode!.RemoveChild(parts.Signature);
        var digest = CryptographicOperations.HashData(parts.Digest, Canonical.Bytes(document, parts.Canonical, parts.Prefixes, comments: false));
        if (!CryptographicOperations.FixedTimeEquals(digest, parts.DigestValue))
        {
            return Broken(by, CapProblems.DigestDiffers);
        }

        if (!IsMadeWith(certificates, loose, parts))
        {
            return Broken(by, CapProblems.ValueDiffers);
        }

        return SignatureTrust.Weigh(certificates, parts.IsWeak, trust, now);
    }

    static Result<Parts> Shape(XmlDocument document)
    {
        var all = document.GetElementsByTagName("Signature", CapXml.Signature);
        if (all.Count > 1)
        {
            return CapProblems.SeveralSignatures.With(("count", all.Count));
        }

        var signature = (XmlElement)all[0]!;
        if (signature.ParentNode != document.DocumentElement)
        {
            return CapProblems.SignatureElsewhere;
        }

        if (Children(signature, "Object").Any())
        {
            return CapProblems.SignatureObject;
        }

        if (One(signature, "SignedInfo") is not { } signed || One(signature, "SignatureValue") is not { } value)
        {
            return CapProblems.SignatureShape.With(("field", "SignedInfo, SignatureValue"));
        }

        var references = Children(signed, "Reference").ToList();
        if (references is not [var reference] || reference.GetAttributeNode("URI") is not { Value: "" })
        {
            return CapProblems.NotWhole.With(("found", references is [var odd] ? CapXml.Short(odd.GetAttributeNode("URI")?.Value ?? "?") : $"{references.Count} Reference"));
        }

        return Methods(document, signature, signed, value, reference);
    }

    static Result<Parts> Methods(XmlDocument document, XmlElement signature, XmlElement signed, XmlElement value, XmlElement reference)
    {
        var (canonical, method, digest) = (Algorithm(signed, "CanonicalizationMethod"), Algorithm(signed, "SignatureMethod"), Algorithm(reference, "DigestMethod"));
        if (!Canonical.IsKnown(canonical))
        {
            return CapProblems.MethodUnknown.With(("found", CapXml.Short(canonical)));
        }

        if (SignatureHash(method) is not { } signatureHash)
        {
            return CapProblems.MethodUnknown.With(("found", CapXml.Short(method)));
        }

        if (DigestHash(digest) is not { } digestHash)
        {
            return CapProblems.MethodUnknown.With(("found", CapXml.Short(digest)));
        }

        // Enveloped first, then at most one canonicalisation. XSLT, XPath and base64 could make the signed text differ from the shown one.
        var transforms = One(reference, "Transforms") is { } list ? Children(list, "Transform").ToList() : [];
        if (transforms is not [var enveloped, .. { Count: <= 1 } rest] || enveloped.GetAttribute("Algorithm") != SignatureWriter.Enveloped)
        {
            return CapProblems.MethodUnknown.With(("found", transforms.Count == 0 ? "no Transform" : CapXml.Short(transforms[0].GetAttribute("Algorithm"))));
        }

        if (rest is [var second] && !Canonical.IsKnown(second.GetAttribute("Algorithm")))
        {
            return CapProblems.MethodUnknown.With(("found", CapXml.Short(second.GetAttribute("Algorithm"))));
        }

        var whole = rest is [var named] ? named.GetAttribute("Algorithm") : Canonical.Inclusive;
        if (Canonical.Inclusive11 == Canonical.Plain(whole) || Canonical.Inclusive11 == Canonical.Plain(canonical))
        {
            if (document.GetElementsByTagName("*").OfType<XmlElement>().Any(element => element.HasAttribute("xml:id") || element.HasAttribute("xml:base")))
            {
                return CapProblems.Canonical11;
            }
        }

        if (Base64(One(reference, "DigestValue")) is not { } digestValue || Base64(value) is not { } signatureValue)
        {
            return CapProblems.SignatureShape.With(("field", "DigestValue, SignatureValue"));
        }

        var bytes = Canonical.Bytes(Canonical.Apart(signed, canonical), canonical, Prefixes(One(signed, "CanonicalizationMethod")), comments: true);
        return new Parts(
            signature, bytes, method, signatureHash, signatureValue, whole, rest is [var last] ? Prefixes(last) : null, digestHash, digestValue,
            method == RsaSha1 || digest == Sha1);
    }

    static bool IsMadeWith(IReadOnlyList<X509Certificate2> certificates, RSA? loose, Parts parts)
    {
        // The signer's certificate comes first; the others are its authorities.
        using var elliptic = certificates.Count == 0 ? null : certificates[0].GetECDsaPublicKey();
        using var rsa = certificates.Count == 0 ? null : certificates[0].GetRSAPublicKey();
        return parts.Method.Contains("#ecdsa-", StringComparison.Ordinal)
            ? elliptic is not null && elliptic.VerifyData(parts.SignedBytes, parts.Value, parts.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            : (rsa ?? loose) is { } key && key.VerifyData(parts.SignedBytes, parts.Value, parts.Hash, RSASignaturePadding.Pkcs1);
    }

    static HashAlgorithmName? SignatureHash(string method) => method switch
    {
        SignatureWriter.RsaSha256 or SignatureWriter.EcdsaSha256 => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" or "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" or "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512" => HashAlgorithmName.SHA512,
        RsaSha1 => HashAlgorithmName.SHA1,
        _ => null,
    };

    static HashAlgorithmName? DigestHash(string method) => method switch
    {
        SignatureWriter.Sha256 => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => HashAlgorithmName.SHA512,
        Sha1 => HashAlgorithmName.SHA1,
        _ => null,
    };

    static List<X509Certificate2> Certificates(XmlElement signature)
    {
        var found = new List<X509Certificate2>();
        foreach (var text in (One(signature, "KeyInfo") is { } keys ? Children(keys, "X509Data") : []).SelectMany(x509 => Children(x509, "X509Certificate")).Take(MostCertificates))
        {
            try
            {
                found.Add(X509CertificateLoader.LoadCertificate(Base64(text) ?? []));
            }
            catch (CryptographicException)
            {
                return []; // An unreadable certificate is none: KeyMissing says so.
            }
        }

        return found;
    }

    static RSA? KeyValue(XmlElement signature)
    {
        if (One(signature, "KeyInfo") is not { } keys || One(keys, "KeyValue") is not { } value || One(value, "RSAKeyValue") is not { } parts
            || Base64(One(parts, "Modulus")) is not { Length: > 0 and <= 1024 } modulus || Base64(One(parts, "Exponent")) is not { Length: > 0 and <= 8 } exponent)
        {
            return null;
        }

        try
        {
            return RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        }
        catch (CryptographicException)
        {
            return null; // As above.
        }
    }

    static string? Prefixes(XmlElement? method) =>
        method?.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == "InclusiveNamespaces" && child.NamespaceURI == Canonical.Exclusive)?.GetAttribute("PrefixList");

    static string Algorithm(XmlElement parent, string name) => One(parent, name)?.GetAttribute("Algorithm") ?? "";

    static byte[]? Base64(XmlElement? element)
    {
        var text = string.Concat((element?.InnerText ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    static XmlElement? One(XmlElement parent, string name) => Children(parent, name).ToList() is [var only] ? only : null;

    static IEnumerable<XmlElement> Children(XmlElement parent, string name) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == CapXml.Signature);

    static CapSignature Broken(string? by, Problem reason) => new(CapSignatureState.Broken, by, reason);

    sealed record Parts(
        XmlElement Signature, byte[] SignedBytes, string Method, HashAlgorithmName Hash, byte[] Value,
        string Canonical, string? Prefixes, HashAlgorithmName Digest, byte[] DigestValue, bool IsWeak);
}
