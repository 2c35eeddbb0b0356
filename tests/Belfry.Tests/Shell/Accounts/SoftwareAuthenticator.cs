using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Belfry.Tests.Shell;

/// <summary>A WebAuthn authenticator in software: ES256, attestation none, user verified unless told otherwise.</summary>
sealed class SoftwareAuthenticator(string origin) : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    string user = "";

    public string Origin { get; set; } = origin;

    public bool VerifiesUser { get; set; } = true;

    /// <summary>False as a synced passkey: its counter stays 0.</summary>
    public bool Counts { get; set; } = true;

    public uint Counter { get; set; }

    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        user = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var client = Client("webauthn.create", asked);
        byte[] data = [.. Data(asked.RootElement.GetProperty("rp").TryGetProperty("id", out var rp) ? rp.GetString() : null, 0x40), .. new byte[16], 0, 32, .. id, .. Cose()];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, checked((byte)data.Length), .. data];
        return Answer(new Dictionary<string, object> { ["clientDataJSON"] = B64(client), ["attestationObject"] = B64(attestation), ["transports"] = new[] { "internal" } });
    }

    public string Get(string options)
    {
        using var asked = JsonDocument.Parse(options);
        var client = Client("webauthn.get", asked);
        var data = Data(asked.RootElement.TryGetProperty("rpId", out var rp) ? rp.GetString() : null, 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new Dictionary<string, object> { ["clientDataJSON"] = B64(client), ["authenticatorData"] = B64(data), ["signature"] = B64(signature), ["userHandle"] = user });
    }

    byte[] Data(string? rp, byte flags)
    {
        Counter += Counts ? 1u : 0;
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rp ?? new Uri(Origin).Host)), (byte)(flags | 0x01 | (VerifiesUser ? 0x04 : 0)), .. counter];
    }

    byte[] Client(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["type"] = type, ["challenge"] = asked.RootElement.GetProperty("challenge").GetString()!, ["origin"] = Origin, ["crossOrigin"] = false,
    });

    // RFC 9053: kty EC2, alg ES256, crv P-256, x, y.
    byte[] Cose()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    string Answer(Dictionary<string, object> response) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["id"] = B64(id), ["rawId"] = B64(id), ["type"] = "public-key", ["response"] = response, ["clientExtensionResults"] = new Dictionary<string, object>(), ["authenticatorAttachment"] = "platform",
    });

    static string B64(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public void Dispose() => key.Dispose();
}
