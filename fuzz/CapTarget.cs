using Belfry.Incidents;

namespace Belfry.Fuzz;

/// <summary>CAP and its envelopes: whatever comes, no exception; what is read is written again as the same. Seeds: data/cap/samples/*.xml.</summary>
static class CapTarget
{
    public static void Run(byte[] bytes)
    {
        CapCheck.Run(bytes, CapProfile.Belgium);
        CapFeed.Read(bytes);
        var read = CapReader.ReadAll(bytes);
        foreach (var alert in read.Ok ? read.Value.Alerts : [])
        {
            var older = alert.Infos.Any(info => info.Categories.Count == 0 || info.Resources.Any(resource => resource.MimeType is null));
            if (!older && !CapReader.Read(CapWriter.Write(alert), 1 << 22).Ok)
            {
                throw new InvalidOperationException("What was read and written is not read again.");
            }
        }
    }
}
