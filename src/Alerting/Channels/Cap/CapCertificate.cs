using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Belfry.Shell;

namespace Belfry.Alerting.Channels.Cap;

/// <summary>
/// The certificate that signs CAP. A nation puts its own cap.pfx into the key folder; without one the instance makes its own at the first
/// start, which partners pin. RSA-3072: what receivers of CAP can check today (R21).
/// </summary>
static class CapCertificate
{
    public static X509Certificate2 Open(Instance instance)
    {
        var file = Path.Combine(instance.Folder, "keys", "cap.pfx");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var key = RSA.Create(3072);
            var name = new X500DistinguishedNameBuilder();
            name.AddCommonName(instance.Origin);
            name.AddOrganizationName(instance.Organisation.Length > 0 ? instance.Organisation : $"Belfry {instance.World}");
            var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
            using var made = request.CreateSelfSigned(instance.Clock.Now.AddDays(-1), instance.Clock.Now.AddYears(3));
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(made.Export(X509ContentType.Pfx));
        }

        return X509CertificateLoader.LoadPkcs12FromFile(file, null);
    }
}
