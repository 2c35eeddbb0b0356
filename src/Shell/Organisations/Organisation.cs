using System.Security.Cryptography;
using System.Text;
using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>Declared from the whole country down. Stored by name.</summary>
public enum OrganisationKind
{
    Federal,

    /// <summary>One of the ten, or Brussels-Capital.</summary>
    Province,
    Municipality,
}

/// <summary>An authority or service that people act for. Its rows are its own; a lower one's are seen by those above it.</summary>
/// <param name="Code">REFNIS of a municipality or province, a short word for a federal body.</param>
/// <param name="Parent">Null only for the country's own centre.</param>
public sealed record Organisation(Guid Id, OrganisationKind Kind, string Code, Guid? Parent, LocalizedText Name)
{
    /// <summary>The same on every node and after every restore: version 8 UUID over the code.</summary>
    public static Guid IdOf(string code)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("belfry organisation " + code)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static Organisation Of(OrganisationKind kind, string code, string? parent, LocalizedText name) =>
        new(IdOf(code), kind, code, parent is null ? null : IdOf(parent), name);
}
