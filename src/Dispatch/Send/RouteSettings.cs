namespace Belfry.Dispatch;

/// <summary>One route out of the house, as the ledger paces it.</summary>
/// <param name="PerSecond">Segments or mails a second over all nodes, as agreed with the carrier. 0: no limit but the window.</param>
public sealed record RouteSettings(string Name, ChannelKind Channel, double PerSecond = 0)
{
    /// <summary>Deliveries taken at once; nothing of them has left.</summary>
    public int Claim { get; init; } = 200;

    /// <summary>A message that the carrier does not take for the moment is tried this often.</summary>
    public int MostTries { get; init; } = 8;
}
