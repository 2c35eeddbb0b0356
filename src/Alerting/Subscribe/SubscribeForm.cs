using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <param name="Text">As typed; empty lines are left out.</param>
/// <param name="Chosen">Which of several was meant, as <see cref="PlaceChoice.Value"/>.</param>
/// <param name="ChosenFor">What stood in the field when the choice was offered: a text changed since is looked up anew.</param>
public sealed record PlaceTyped(string? Text, string? Chosen = null, string? ChosenFor = null);

/// <summary>What a person types to be warned. Nothing of it is trusted yet.</summary>
/// <param name="Name">Optional; at most 100 characters.</param>
/// <param name="Language">nl, fr, de or en: in which to be warned.</param>
/// <param name="Phone">For SMS.</param>
/// <param name="Agreed">Consent to keep the data, needed once.</param>
public sealed record SubscribeForm(string? Name, string? Language, IReadOnlyList<PlaceTyped> Places, string? Phone, string? Mail, bool Official, bool Tests, bool Agreed);

/// <summary>The same, clean: every point in Belgium, every address in its one form.</summary>
sealed record Wanted(string Name, Language Language, IReadOnlyList<double[]> Places, bool Official, bool Tests)
{
    const int MostName = 100;
    const int MostPlace = 100;

    /// <returns>The wish and the addresses by channel, or every refusal at its field.</returns>
    public static Result<(Wanted Wish, IReadOnlyDictionary<ChannelKind, string> Addresses)> Read(SubscribeForm form)
    {
        var problems = new List<Problem>();
        var name = PlainText.From(form.Name, "name", MostName, required: false);
        var language = Languages.Parse(form.Language);
        if (language is null)
        {
            problems.Add(SubscribeProblems.LanguageMissing.At("language"));
        }

        problems.AddRange(name.Problems);
        var places = Read(form.Places, language ?? Kernel.Language.En, problems);
        var (phone, mail) = (ContactAddress.Read(ChannelKind.Sms, form.Phone, "phone"), ContactAddress.Read(ChannelKind.Email, form.Mail, "mail"));
        problems.AddRange([.. phone.Problems, .. mail.Problems]);
        var addresses = new Dictionary<ChannelKind, string>();
        foreach (var (channel, read) in ((ChannelKind, Result<string>)[])[(ChannelKind.Sms, phone), (ChannelKind.Email, mail)])
        {
            if (read.Ok && read.Value.Length > 0)
            {
                addresses[channel] = read.Value;
            }
        }

        if (addresses.Count == 0 && phone.Ok && mail.Ok)
        {
            problems.Add(SubscribeProblems.NoAddress.At("phone"));
        }

        if (!form.Agreed)
        {
            problems.Add(SubscribeProblems.NotAgreed.At("agreed"));
        }

        return problems.Count > 0
            ? Result<(Wanted, IReadOnlyDictionary<ChannelKind, string>)>.Refused(problems)
            : (new Wanted(name.Value, language!.Value, places, form.Official, form.Tests), addresses);
    }

    static List<double[]> Read(IReadOnlyList<PlaceTyped> typed, Language language, List<Problem> problems)
    {
        var filled = typed.Select((place, at) => (Place: place, Field: $"places-{at + 1}")).Where(one => !string.IsNullOrWhiteSpace(one.Place.Text)).ToList();
        if (filled.Count == 0)
        {
            problems.Add(SubscribeProblems.NoPlace.At("places-1"));
        }
        else if (filled.Count > Subscribers.MostPlaces)
        {
            problems.Add(SubscribeProblems.TooManyPlaces.At("places-1", ("limit", Subscribers.MostPlaces), ("count", filled.Count)));
            return [];
        }

        var points = new List<double[]>();
        foreach (var (place, field) in filled)
        {
            if (!PlainText.From(place.Text, field, MostPlace).TryGet(out var text, out var refused))
            {
                problems.AddRange(refused);
            }
            else if (place.Chosen is { Length: > 0 } chosen && place.ChosenFor == place.Text && PlaceFinder.At(chosen) is { } picked)
            {
                points.Add([picked.Latitude, picked.Longitude]);
            }
            else if (PlaceFinder.Find(text, language) is { Count: 1 } only)
            {
                var at = PlaceFinder.At(only[0].Value)!.Value; // it was found inside
                points.Add([at.Latitude, at.Longitude]);
            }
            else
            {
                problems.Add((PlaceFinder.Find(text, language).Count == 0 ? SubscribeProblems.PlaceUnknown : SubscribeProblems.PlaceOpen).At(field, ("text", text)));
            }
        }

        return points;
    }

    /// <summary>As rows; two points of one cell are one place.</summary>
    public IReadOnlyList<Storage.AudienceStore.NewPlace> PlacesOf(Guid subscriber) =>
    [
        .. Places.Select(at => Position.Of(at[0], at[1]).Value).DistinctBy(Cell.Of)
            .Select(at => new Storage.AudienceStore.NewPlace(Cell.Of(at), subscriber, at.Latitude, at.Longitude, Belgium.Load().At(at)?.Refnis ?? "")),
    ];
}
