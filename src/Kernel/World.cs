namespace Belfry.Kernel;

/// <summary>What an instance is for. One instance serves one world: own data folder or database, keys, accounts, colour and id prefix.</summary>
public enum World
{
    /// <summary>Reaches the public. Armed by two people.</summary>
    Real,

    /// <summary>Rehearsal country: simulated carriers, every outgoing text marked first and last.</summary>
    Exercise,

    /// <summary>For the makers: as Exercise, and may be wiped at any time.</summary>
    Test,
}
