using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Belfry.Incidents.Cap;

static class SignatureWriter
{
    public const string Enveloped = Cap.CapXml.Signature + "enveloped-signature";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    public static byte[] Append(XmlDocument document, X509Certificate2 certificate)
    {
        using var elliptic = certificate.GetECDsaPrivateKey();
        using var rsa = certificate.GetRSAPrivateKey();
        if (elliptic is not { KeySize: 256 } && rsa is not { KeySize: >= 2048 })
        {
            throw new ArgumentException("The certificate needs a private key: ECDSA P-256, or RSA of 2048 bits or more.", nameof(certificate));
        }

        var digest = SHA256.HashData(Canonical.Bytes(document, Canonical.Exclusive, null, comments: false));
        var signature = Element(document.DocumentElement!, "Signature");
        signature.SetAttribute("xmlns", CapXml.Signature);
        var signed = Element(signature, "SignedInfo");
        Element(signed, "CanonicalizationMethod").SetAttribute("Algorithm", Canonical.Exclusive);
        Element(signed, "SignatureMethod").SetAttribute("Algorithm", elliptic is null ? RsaSha256 : EcdsaSha256);
        var reference = Element(signed, "Reference");
        reference.SetAttribute("URI", "");
        var transforms = Element(reference, "Transforms");
        Element(transforms, "Transform").SetAttribute("Algorithm", Enveloped);
        Element(transforms, "Transform").SetAttribute("Algorithm", Canonical.Exclusive);
        Element(reference, "DigestMethod").SetAttribute("Algorithm", Sha256);
        Element(reference, "DigestValue").InnerText = Convert.ToBase64String(digest);

        var bytes = Canonical.Bytes(Canonical.Apart(signed, Canonical.Exclusive), Canonical.Exclusive, null, comments: false);
        var value = elliptic?.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ?? rsa!.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Element(signature, "SignatureValue").InnerText = Convert.ToBase64String(value);
        Element(Element(Element(signature, "KeyInfo"), "X509Data"), "X509Certificate").InnerText = Convert.ToBase64String(certificate.RawData);
        return Save(document);
    }

    static byte[] Save(XmlDocument document)
    {
        // The text of the alert is signed to the last blank: nothing may be indented now. The encoding becomes ours.
        var settings = CapWriter.Settings.Clone();
        settings.Indent = false;
        settings.OmitXmlDeclaration = document.FirstChild is XmlDeclaration;
        if (document.FirstChild is XmlDeclaration declaration)
        {
            declaration.Encoding = "utf-8";
        }

        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    static XmlElement Element(XmlElement parent, string name)
    {
        var element = parent.OwnerDocument.CreateElement(name, CapXml.Signature);
        parent.AppendChild(element);
        return element;
    }
}
