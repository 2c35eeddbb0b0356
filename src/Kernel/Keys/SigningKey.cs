using System.Security.Cryptography;

namespace Belfry.Kernel;

/// <summary>An ECDSA P-256 key that signs chain heads and approvals. Its id is the first 8 hex digits of SHA-256 over its public form.</summary>
public sealed class SigningKey : IDisposable
{
    readonly ECDsa key;

    SigningKey(ECDsa key)
    {
        this.key = key;
        Id = IdOf(key.ExportSubjectPublicKeyInfo());
    }

    public string Id { get; }

    /// <summary>SubjectPublicKeyInfo, PEM: what is handed to whoever checks.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new SigningKey(key);
    }

    /// <returns>ASN.1 DER, as OpenSSL and C2SP expect it.</returns>
    public byte[] Sign(ReadOnlySpan<byte> message) => key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    internal string ToPem() => key.ExportPkcs8PrivateKeyPem();

    internal static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 4));

    public void Dispose() => key.Dispose();
}

/// <summary>The public half: verifies and names itself.</summary>
public sealed class VerifyingKey : IDisposable
{
    readonly ECDsa key;

    VerifyingKey(ECDsa key)
    {
        this.key = key;
        Id = SigningKey.IdOf(key.ExportSubjectPublicKeyInfo());
    }

    public string Id { get; }

    /// <exception cref="ArgumentException">The text holds no P-256 public key.</exception>
    public static VerifyingKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new VerifyingKey(key);
    }

    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();
}
