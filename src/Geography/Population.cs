using Belfry.Geography.People;
using Belfry.Geography.Register;
using Belfry.Kernel;

namespace Belfry.Geography;

/// <summary>People per square kilometre cell: GHS-POP R2023A of the European Commission's JRC, epoch 2020. It knows where people sleep, not where they are at noon.</summary>
public sealed class Population
{
    /// <summary>Below this a cell cut by the edge counts by its share inside; from here on by its centre, as the published exposure figures do.</summary>
    public const double CentresFromKm2 = 25;

    internal const string Source = "GHS-POP R2023A 1 km, European Commission JRC, CC BY 4.0";

    internal static readonly DateOnly Epoch = new(2020, 1, 1);

    internal Population(string folder) => Grid = new Grid(folder);

    internal Grid Grid { get; }

    /// <summary>How many people live inside, in Belgium. ± is half the people in the cells that the edge cuts: what could be on either side, not a confidence interval.</summary>
    public PopulationEstimate Inside(Area area)
    {
        var byCentre = area.AreaKm2 >= CentresFromKm2;
        var coverage = Grid.Cover(area.Shape, byCentre ? 1 : 20);
        return new PopulationEstimate(
            (long)Math.Round(coverage.Shares.Sum(share => Grid[share.Key] is { Refnis: not null } cell ? share.Value * cell.People : 0)),
            (long)Math.Round(coverage.Cut.Sum(at => Grid[at] is { Refnis: not null } cell ? cell.People : 0) / 2),
            (long)Math.Round(coverage.Shares.Sum(share => Grid[share.Key] is { Refnis: null } cell ? share.Value * cell.People : 0)),
            byCentre ? PopulationMethod.CellCentres : PopulationMethod.CellShares,
            Source,
            Epoch);
    }
}

/// <summary>A count of people that says where it comes from. Freeze it whole where a decision rests on it.</summary>
/// <param name="Count">Living inside, in Belgium.</param>
/// <param name="PlusMinus">Half the people, in Belgium, in cells that the edge cuts.</param>
/// <param name="Abroad">Living inside, outside Belgium. A floor: the grid ends 30 km or so beyond the border.</param>
/// <param name="Source">Data set, owner, licence.</param>
/// <param name="Date">Of the data: epoch 2020.</param>
public sealed record PopulationEstimate(long Count, long PlusMinus, long Abroad, PopulationMethod Method, string Source, DateOnly Date)
{
    /// <summary>What ± means here, for every screen and print that shows it.</summary>
    public static LocalizedText PlusMinusMeans { get; } = new(
        "± is de helft van de inwoners van de vakken van 1 km die de rand doorsnijdt; geen betrouwbaarheidsinterval",
        "± est la moitié des habitants des mailles de 1 km que le bord coupe ; ce n’est pas un intervalle de confiance",
        "± ist die Hälfte der Einwohner der 1-km-Zellen, die der Rand schneidet; kein Vertrauensbereich",
        "± is half the people of the 1 km cells that the edge cuts; not a confidence interval");
}

public enum PopulationMethod
{
    /// <summary>Cells whose centre is inside.</summary>
    CellCentres,

    /// <summary>Cells by the share of them that is inside, as if people were spread evenly.</summary>
    CellShares,
}
