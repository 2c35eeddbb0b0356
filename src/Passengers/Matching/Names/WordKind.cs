namespace Belfry.Passengers.Matching;

/// <summary>What a word does in a name.</summary>
enum WordKind : byte
{
    Word,

    /// <summary>A single letter that stands for a word: W in "William W. Frost".</summary>
    Initial,

    /// <summary>Joins words and is written or left out at will: al, bin, van, de, abd.</summary>
    Particle,

    /// <summary>Is no part of the name: Mr, Dr, Sheikh, Haji.</summary>
    Title,
}
