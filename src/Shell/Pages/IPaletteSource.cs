using Belfry.Kernel;

namespace Belfry.Shell;

/// <summary>A room's objects in the palette: places, incidents, alerts. Shows only what the person may see.</summary>
public interface IPaletteSource
{
    Task<IReadOnlyList<PaletteLine>> FindAsync(Person who, string words, Language language, CancellationToken ct);
}

/// <param name="Icon">Name in icons.svg.</param>
public sealed record PaletteLine(string Name, string Detail, string Address, string Icon);
