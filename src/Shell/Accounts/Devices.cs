using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Belfry.Shell;

/// <summary>A mark that a browser keeps once an account has signed in on it. It proves nothing; tries from it are merely counted apart.</summary>
sealed class Devices(IDataProtectionProvider protection)
{
    readonly IDataProtector seal = protection.CreateProtector("Belfry.Device.1");

    public string Mark(string signInName) => seal.Protect(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + signInName);

    /// <returns>The mark's own name, when it is this account's; null else.</returns>
    public string? Read(string? device, string signInName)
    {
        try
        {
            return device is { Length: > 0 and < 2_000 } && seal.Unprotect(device) is var text && text[32..] == signInName ? text[..32] : null;
        }
        catch (CryptographicException)
        {
            return null; // forged, or sealed by a key that is gone: a device like any other
        }
    }
}
