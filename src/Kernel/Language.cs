namespace Belfry.Kernel;

/// <summary>The three national languages and English. Stored and exported by name; order is the order of display.</summary>
public enum Language
{
    Nl,
    Fr,
    De,
    En,
}
