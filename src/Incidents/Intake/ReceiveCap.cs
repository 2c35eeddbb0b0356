using Belfry.Geography;
using Belfry.Incidents.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Incidents;

/// <summary>
/// Takes a CAP message from outside (KMI/IRM, neighbours): read, checked, shown as verified or not, proposed as an incident. It is kept as
/// it came and never forwarded by itself (CAP 1.2 3.3.4.1 forbids throwing away what cannot be verified).
/// </summary>
public sealed class ReceiveCap(Db db, Access access, Organisations organisations, CapTrust trust, LiveHub live)
{
    /// <returns>The message that waits now; CAP problems when it cannot be read, INC-006 when it is there already.</returns>
    public async Task<Result<IntakeMessage>> RunAsync(Person who, ReadOnlyMemory<byte> document, CancellationToken ct = default) =>
        access.Ask(who, IncidentPermissions.Deliver, who.Organisation).TryGet(out var viewer, out var refused)
            ? await KeepAsync(viewer, who.Language, document, ct)
            : Result<IntakeMessage>.Refused(refused);

    /// <summary>For the program itself: a watched feed, the rehearsal country.</summary>
    public async Task<Result<IntakeMessage>> KeepAsync(Viewer viewer, Language language, ReadOnlyMemory<byte> document, CancellationToken ct = default)
    {
        if (!CapReader.Read(document).TryGet(out var alert, out var refused))
        {
            return Result<IntakeMessage>.Refused(refused);
        }

        var message = Message(alert, language, CapSigning.Verify(document, trust, db.Clock.Now));
        var result = await db.ChangeAsync<IntakeMessage>(new Act(viewer, "ReceiveCap", "", $"intake/{message.Id}"), async change =>
        {
            if (!await IntakeStore.AddAsync(change, message, document.ToArray()))
            {
                return IncidentProblems.SeenBefore.With(("identity", message.Identity));
            }

            change.Raise($"intake/{message.Id}", new MessageReceived(message.Id.Value, message.Organisation, message.Title, message.Severity));
            return message;
        }, ct);
        live.Changed("intake");
        return result;
    }

    IntakeMessage Message(CapAlert alert, Language language, CapSignature signature)
    {
        // The words in the reader's language where it has them; the others are in the original.
        var info = alert.Infos.FirstOrDefault(one => Languages.Parse(one.Language) == language) ?? (alert.Infos.Count > 0 ? alert.Infos[0] : null);
        var area = AreaOf(alert);
        var (kind, reason) = signature.State switch
        {
            CapSignatureState.Verified => (IntakeTrust.Verified, signature.By ?? ""),
            CapSignatureState.Broken => (IntakeTrust.Broken, signature.Reason?.In(language) ?? ""),
            _ => (IntakeTrust.Unverified, signature.Reason?.In(language) ?? ""),
        };
        return new IntakeMessage(
            Id<IntakeMessage>.New(db.Clock), OwnerOf(area), "cap", $"{alert.Sender},{alert.Identifier},{alert.Sent.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}", db.Clock.Now, alert.Sent.ToUniversalTime(), alert.Sender,
            info?.Headline ?? info?.Event ?? alert.Identifier, string.Join("\n\n", new[] { info?.Description, info?.Instruction }.Where(text => !string.IsNullOrWhiteSpace(text))),
            area?.ToGeoJson() ?? "", info is null ? "Unknown" : info.Severity.ToString(), alert.Infos.Select(one => one.Expires).Max()?.ToUniversalTime(), kind, reason, IntakeState.Waiting, null, "", "", null);
    }

    static Area? AreaOf(CapAlert alert)
    {
        var areas = alert.Infos.Count > 0 ? alert.Infos[0].Areas : [];
        var polygons = areas.SelectMany(area => area.Polygons).Select(Text).Distinct().ToList();
        var circles = areas.SelectMany(area => area.Circles).Select(circle => FormattableString.Invariant($"{circle.Centre.Latitude},{circle.Centre.Longitude} {circle.RadiusKilometres}")).Distinct().ToList();
        var found = polygons.Count + circles.Count > 0 ? Area.FromCap(polygons, circles) : default;
        if (polygons.Count + circles.Count > 0 && found.Ok)
        {
            return found.Value;
        }

        // Many senders name codes only: the municipalities we know.
        var codes = areas.SelectMany(area => area.Geocodes).Where(code => code.Name.Contains("NIS", StringComparison.OrdinalIgnoreCase)).Select(code => code.Value).Distinct().ToList();
        return codes.Count > 0 && Belgium.Load().FindAll(codes).Then(Area.OfMunicipalities).TryGet(out var whole, out _) ? whole : null;
    }

    static string Text(CapPolygon polygon) => string.Join(' ', polygon.Positions.Select(position => FormattableString.Invariant($"{position.Latitude},{position.Longitude}")));

    /// <summary>The lowest authority whose territory holds the area: the municipality, else the province, else the country.</summary>
    Guid OwnerOf(Area? area)
    {
        var country = organisations.All.FirstOrDefault(one => one.Kind == OrganisationKind.Federal)?.Id ?? Guid.Empty;
        var touched = area?.Municipalities(DateOnly.FromDateTime(db.Clock.Now.UtcDateTime)).Where(share => share.Share > 0.02).Select(share => Organisation.IdOf(share.Municipality.Refnis)).ToList() ?? [];
        if (touched.Count == 1 && organisations.Find(touched[0]) is { } only)
        {
            return only.Id;
        }

        var provinces = touched.Select(id => organisations.Find(id)?.Parent).Distinct().ToList();
        return provinces is [{ } province] ? province : country;
    }
}

/// <summary>Waits at a desk.</summary>
public sealed record MessageReceived(Guid Message, Guid Organisation, string Title, string Severity) : IEvent
{
    public static string Kind => "incidents.received/1";
}
