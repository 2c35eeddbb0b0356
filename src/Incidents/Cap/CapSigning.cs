using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Belfry.Kernel;

namespace Belfry.Incidents;

/// <summary>
/// Enveloped XML signatures at the end of alert (CAP 1.2, 3.3.4.1; W3C XML Signature 1.1). Accepted is one signature, standing directly in alert,
/// with one reference to the whole document: what is shown is then what was signed. Everything else is refused by name (CAP-020 to CAP-029).
/// </summary>
public static class CapSigning
{
    /// <summary>Signs with exclusive canonicalisation and SHA-256: ECDSA P-256 or RSA of at least 2048 bits, as the certificate's key is.</summary>
    /// <param name="cap">An alert without signature. Its text stays as it is; only the signature is added.</param>
    /// <param name="certificate">With its private key. It is put into the message.</param>
    /// <returns>The signed document, or the refusal to read it, or CAP-001, CAP-020 (signed already).</returns>
    /// <exception cref="ArgumentException">The certificate has no private key, or one of another kind.</exception>
    public static Result<byte[]> Sign(ReadOnlyMemory<byte> cap, X509Certificate2 certificate, int mostBytes = SafeXml.UsualBytes) =>
        SafeXml.Parse(cap, mostBytes).Then<byte[]>(safe =>
            Cap.CapXml.Version(safe.Root!) is null ? Cap.CapXml.Problem(CapProblems.NotCap, safe.Root!, ("found", Cap.CapXml.Called(safe.Root!)))
            : safe.Root!.Descendants(System.Xml.Linq.XName.Get("Signature", Cap.CapXml.Signature)).Any() ? CapProblems.SeveralSignatures.With(("count", 2))
            : Cap.SignatureWriter.Append(Document(cap, mostBytes), certificate));

    /// <param name="now">Certificates must hold at this moment; not asked when null.</param>
    public static CapSignature Verify(ReadOnlyMemory<byte> cap, CapTrust trust, DateTimeOffset? now = null, int mostBytes = SafeXml.UsualBytes)
    {
        if (!SafeXml.Parse(cap, mostBytes).TryGet(out var safe, out var refused))
        {
            return new(CapSignatureState.Broken, null, refused[0]);
        }

        return safe.Descendants(System.Xml.Linq.XName.Get("Signature", Cap.CapXml.Signature)).Any()
            ? Cap.SignatureReader.Judge(Document(cap, mostBytes), trust, now) : CapSignature.None;
    }

    // Canonicalisation needs the prefixes as they were written, which XDocument does not keep. The bytes have passed SafeXml before.
    static XmlDocument Document(ReadOnlyMemory<byte> cap, int mostBytes)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(cap.ToArray(), writable: false),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostBytes });
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
