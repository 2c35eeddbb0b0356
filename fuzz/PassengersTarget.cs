using Belfry.Passengers;

namespace Belfry.Fuzz;

/// <summary>Targets edifact and pnrxml. Seeds: data/passengers. A crash is an exception, or accounts that do not reconcile.</summary>
static class PassengersTarget
{
    public static void Edifact(byte[] bytes) => Read(bytes);

    /// <summary>Bytes that do not begin as XML are put into a PNR, so that mutations of the start still reach the grammar.</summary>
    public static void PnrXml(byte[] bytes) => Read(bytes is [(byte)'<', ..] ? bytes : [.. "<PNR>"u8, .. bytes, .. "</PNR>"u8]);

    static void Read(byte[] bytes)
    {
        if (PassengerFile.Read(bytes).TryGet(out var reading, out _) && !reading.Counts.Reconciles)
        {
            throw new InvalidOperationException($"Accounts: {reading.Counts}");
        }
    }
}
