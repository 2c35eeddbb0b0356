namespace Belfry.Geography;

/// <summary>Which family of curves says how fast a cloud grows. All for flat ground and 100 m to 10 km.</summary>
public enum DispersionScheme
{
    /// <summary>Briggs 1973, open country; classes A to F; averages of 10 minutes to an hour.</summary>
    BriggsRural,

    /// <summary>Briggs 1973 after St. Louis, built-up ground; classes A to F; averages of 10 minutes to an hour.</summary>
    BriggsUrban,

    /// <summary>What CCPS 1999 calculates plumes with (DEGADIS sideways, Seinfeld upwards); classes A to F; corrected for the averaging time.</summary>
    Ccps,

    /// <summary>Bultynck and Malet 1972, the mast at Mol; classes 1 (very stable) to 7 (windy); corrected for the averaging time.</summary>
    BultynckMalet,
}
