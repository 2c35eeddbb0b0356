using System.Text.RegularExpressions;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>An alert as typed, on the page or in the API.</summary>
/// <param name="Area">GeoJSON.</param>
/// <param name="Place">Name of the place as people say it; the approver types it.</param>
/// <param name="ValidMinutes">15 minutes to 48 hours.</param>
public sealed record AlertForm(
    string? Area, string? Place, MessageClass Class, IReadOnlyList<ChannelKind>? Channels, int ValidMinutes, IReadOnlyList<AlertTextForm>? Texts,
    Guid? Incident = null, Guid? Organisation = null, string? Event = null, string? Category = null, string? Response = null, string? Urgency = null, string? Severity = null, string? Certainty = null);

public sealed record AlertTextForm(Language Language, string? Title, string? Sms, string? Body, string? Instruction);

/// <summary>Turns the form into what an alert is made of, or every refusal at once, each at its field.</summary>
static partial class AlertReading
{
    public const int LeastMinutes = 15;
    public const int MostHours = 48;
    public const int MostSegments = 6;

    public sealed record Parsed(Area Area, string Place, MessageClass Class, IReadOnlyList<ChannelKind> Channels, TimeSpan Valid, WarningCode Code, IReadOnlyList<AlertText> Texts);

    public static Result<Parsed> Parse(AlertForm form, Markers markers)
    {
        var problems = new List<Problem>();
        var area = Drawing.Read(form.Area);
        problems.AddRange(area.Problems.Select(problem => problem with { Field = "area" }));
        var place = PlainText.From(form.Place, "place", 100);
        problems.AddRange(place.Problems);
        var channels = (form.Channels ?? []).Distinct().Order().ToList();
        if (channels.Count == 0)
        {
            problems.Add(AlertProblems.NoChannel.At("channels"));
        }

        if (form.ValidMinutes < LeastMinutes || form.ValidMinutes > MostHours * 60)
        {
            problems.Add(AlertProblems.ValidRange.At("validMinutes", ("least", LeastMinutes), ("most", MostHours)));
        }

        var code = Code(form, problems);
        var texts = Texts(form, channels, markers, problems);
        return problems.Count > 0 ? Result<Parsed>.Refused(problems) : new Parsed(area.Value, place.Value, form.Class, channels, TimeSpan.FromMinutes(form.ValidMinutes), code, texts);
    }

    static WarningCode Code(AlertForm form, List<Problem> problems)
    {
        var usual = new WarningCode(
            "", Severity: form.Class == MessageClass.DangerToLife ? "Extreme" : form.Class == MessageClass.PublicTest ? "Minor" : "Moderate",
            Response: form.Class == MessageClass.PublicTest ? "None" : "Shelter", Urgency: form.Class == MessageClass.DangerToLife ? "Immediate" : "Expected");
        var name = PlainText.From(form.Event, "event", 100, required: false);
        problems.AddRange(name.Problems);
        return new WarningCode(
            name.Ok && name.Value.Length > 0 ? name.Value : form.Class == MessageClass.PublicTest ? "Test" : "Alert",
            Word<CapCategory>(form.Category, usual.Category, "category"), Word<CapResponse>(form.Response, usual.Response, "response"),
            Word<CapUrgency>(form.Urgency, usual.Urgency, "urgency"), Word<CapSeverity>(form.Severity, usual.Severity, "severity"), Word<CapCertainty>(form.Certainty, usual.Certainty, "certainty"));

        string Word<T>(string? typed, string instead, string field)
            where T : struct, Enum
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return instead;
            }

            if (Enum.TryParse<T>(typed, ignoreCase: true, out var word) && Enum.IsDefined(word))
            {
                return word.ToString();
            }

            problems.Add(AlertProblems.WordUnknown.At(field, ("word", typed), ("words", string.Join(", ", Enum.GetNames<T>()))));
            return instead;
        }
    }

    static List<AlertText> Texts(AlertForm form, List<ChannelKind> channels, Markers markers, List<Problem> problems)
    {
        var texts = new List<AlertText>();
        foreach (var typed in form.Texts ?? [])
        {
            if (string.IsNullOrWhiteSpace(typed.Title + typed.Sms + typed.Body + typed.Instruction))
            {
                continue; // this language was left empty
            }

            var field = $"texts.{typed.Language.ToString().ToLowerInvariant()}.";
            var long_ = channels.Contains(ChannelKind.Email) || channels.Contains(ChannelKind.Cap);
            var (title, sms) = (PlainText.From(typed.Title, field + "title", 160, long_), PlainText.From(typed.Sms, field + "sms", 1_200, channels.Contains(ChannelKind.Sms)));
            var (body, instruction) = (PlainText.From(typed.Body, field + "body", 4_000, long_), PlainText.From(typed.Instruction, field + "instruction", 2_000, false));
            problems.AddRange([.. title.Problems, .. sms.Problems, .. body.Problems, .. instruction.Problems]);
            foreach (var (name, text) in ((string, Result<string>)[])[("title", title), ("sms", sms), ("body", body), ("instruction", instruction)])
            {
                if (text.Ok && Placeholder().Match(text.Value) is { Success: true } left)
                {
                    problems.Add(AlertProblems.PlaceholderLeft.At(field + name, ("placeholder", left.Value)));
                }
            }

            if (sms.Ok && sms.Value.Length > 0 && SmsSegments.Of(markers.Mark(sms.Value, typed.Language, ChannelKind.Sms)).Segments is > MostSegments and var count)
            {
                problems.Add(AlertProblems.TooManySegments.At(field + "sms", ("count", count), ("limit", MostSegments)));
            }

            if (title.Ok && sms.Ok && body.Ok && instruction.Ok)
            {
                texts.Add(new AlertText(typed.Language, title.Value, sms.Value, body.Value, instruction.Value));
            }
        }

        return texts;
    }

    [GeneratedRegex(@"\{[a-zA-Z]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
