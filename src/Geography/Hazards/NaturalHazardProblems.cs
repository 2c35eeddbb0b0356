using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>Refusals of the models of sites and nature, beside <see cref="HazardProblems"/>. HAZ-040 and on.</summary>
public static class NaturalHazardProblems
{
    public static readonly ProblemKind TableUnreadable = new("HAZ-040", 422, new(
        "De reeks is onleesbaar bij {where}: {reason}.",
        "La série est illisible à {where} : {reason}.",
        "Die Reihe ist bei {where} unlesbar: {reason}.",
        "The series cannot be read at {where}: {reason}."));

    public static readonly ProblemKind NoWater = new("HAZ-041", 422, new(
        "Binnen {metres} m van {text} kent het terreinmodel geen waterloop (het kent er vanaf 8 km² stroomgebied, in België en vlak erbij). Zet het punt op de rivier.",
        "Le modèle de terrain ne connaît pas de cours d’eau à moins de {metres} m de {text} (il en connaît à partir de 8 km² de bassin, en Belgique et tout près). Placez le point sur la rivière.",
        "Innerhalb von {metres} m um {text} kennt das Geländemodell keinen Wasserlauf (es kennt sie ab 8 km² Einzugsgebiet, in Belgien und dicht dabei). Setzen Sie den Punkt auf den Fluss.",
        "The terrain model knows no water course within {metres} m of {text} (it knows them from 8 km² of catchment on, in Belgium and close by). Put the point on the river."));

    public static readonly ProblemKind TooFlat = new("HAZ-042", 422, new(
        "Rond {text} ligt {share} % van het land hoogstens 1 m boven de naaste waterloop: te vlak. In polders en brede laagten zegt dit model niets; vraag de waterbeheerder.",
        "Autour de {text}, {share} % des terres sont à 1 m au plus au-dessus du cours d’eau le plus proche : trop plat. Dans les polders et les larges plaines ce modèle ne dit rien ; consultez le gestionnaire des eaux.",
        "Um {text} liegen {share} % des Landes höchstens 1 m über dem nächsten Wasserlauf: zu flach. In Poldern und weiten Niederungen sagt dieses Modell nichts; fragen Sie die Wasserbehörde.",
        "Around {text}, {share} % of the land is at most 1 m above the nearest water course: too flat. In polders and wide lowlands this model says nothing; ask the water authority."));

    public static readonly ProblemKind RasterUnreadable = new("HAZ-043", 422, new(
        "Het raster is niet van de vorm die gelezen wordt (GeoTIFF, 8 bits, één band, tegels, deflate, WGS84): {reason}.",
        "Le raster n’a pas la forme lue (GeoTIFF, 8 bits, une bande, tuiles, deflate, WGS84) : {reason}.",
        "Das Raster hat nicht die gelesene Form (GeoTIFF, 8 Bit, ein Band, Kacheln, Deflate, WGS84): {reason}.",
        "The raster is not of the form that is read (GeoTIFF, 8 bits, one band, tiles, deflate, WGS84): {reason}."));

    public static IReadOnlyList<ProblemKind> All { get; } = [TableUnreadable, NoWater, TooFlat, RasterUnreadable];
}
