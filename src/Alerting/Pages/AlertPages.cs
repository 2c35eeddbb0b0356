using System.Globalization;
using Belfry.Dispatch;
using Belfry.Geography;
using Belfry.Incidents;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Alerting.Pages;

/// <summary>Alerts as pages: list, compose, one version with what may be done to it now.</summary>
static class AlertPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/alerts", async (HttpContext http, AlertReader reader) =>
            Show.Page<AlertsPage>(http, new Dictionary<string, object?> { ["Versions"] = await reader.ListAsync(http.SignedIn(), ct: http.RequestAborted) })).Needs(AlertPermissions.Read);
        routes.MapGet("/alerts/new", ComposeAsync).Needs(AlertPermissions.Compose);
        routes.MapPost("/alerts/new", StartAsync).Needs(AlertPermissions.Compose).FromOurPage();
        routes.MapGet("/alerts/{id:guid}/edit", EditAsync).Needs(AlertPermissions.Compose);
        routes.MapPost("/alerts/{id:guid}/edit", RewriteAsync).Needs(AlertPermissions.Compose).FromOurPage();
        routes.MapGet("/alerts/{id:guid}", (Guid id, HttpContext http, AlertView view) => view.ShowAsync(id, http, [])).Needs(AlertPermissions.Read);
        Act(routes, "submit", AlertPermissions.Compose, async (id, _, http) => (await http.Use<SubmitAlert>().RunAsync(http.SignedIn(), id, http.RequestAborted)).Problems);
        Act(routes, "return", AlertPermissions.Approve, async (id, form, http) => (await http.Use<ReturnAlert>().ReturnAsync(http.SignedIn(), id, form["why"], http.RequestAborted)).Problems);
        Act(routes, "withdraw", AlertPermissions.Compose, async (id, form, http) => (await http.Use<ReturnAlert>().WithdrawAsync(http.SignedIn(), id, form["why"], http.RequestAborted)).Problems);
        Act(routes, "approve", AlertPermissions.Read, async (id, form, http) => (await http.Use<ApproveAlert>().RunAsync(http.SignedIn(), id, form["digest"], form["place"], http.RequestAborted)).Problems);
        Act(routes, "stop", AlertPermissions.Stop, async (id, form, http) => (await http.Use<StopAlert>().RunAsync(http.SignedIn(), id, form["why"], http.RequestAborted)).Problems);
        Act(routes, "release", AlertPermissions.Read, async (id, _, http) => (await http.Use<StopAlert>().ReleaseAsync(http.SignedIn(), id, http.RequestAborted)).Problems);
        routes.MapGet("/alerts/{id:guid}/follow", (Guid id) => Results.LocalRedirect($"/alerts/{id}")).Needs(AlertPermissions.Read);
        routes.MapPost("/alerts/{id:guid}/follow", FollowAsync).Needs(AlertPermissions.Compose).FromOurPage();
        routes.MapPost("/alerts/count", CountAsync).Needs(AlertPermissions.Compose).FromOurPage();
    }

    static void Act(IEndpointRouteBuilder routes, string verb, Permission permission, Func<Id<AlertVersion>, IFormCollection, HttpContext, Task<IReadOnlyList<Problem>>> act)
    {
        routes.MapGet($"/alerts/{{id:guid}}/{verb}", (Guid id) => Results.LocalRedirect($"/alerts/{id}")).Needs(AlertPermissions.Read); // a refused form, loaded again
        routes.MapPost($"/alerts/{{id:guid}}/{verb}", async (Guid id, HttpContext http, AlertView view) =>
        {
            var problems = await act(new Id<AlertVersion>(id), await http.Request.ReadFormAsync(http.RequestAborted), http);
            return problems.Count == 0 ? Results.LocalRedirect($"/alerts/{id}") : await view.ShowAsync(id, http, problems);
        }).Needs(permission).FromOurPage();
    }

    internal static T Use<T>(this HttpContext http)
        where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(http.RequestServices);

    static async Task<IResult> ComposeAsync(HttpContext http, IncidentReader incidents, AlertTemplates templates, Organisations organisations)
    {
        var incident = Guid.TryParse(http.Request.Query["incident"], out var id) ? await incidents.FindAsync(http.SignedIn(), new Id<Incident>(id), http.RequestAborted) : null;
        var typed = templates.Start(http.Request.Query["template"], incident, organisations.Find(http.SignedIn().Organisation), http.RequestServices.GetService(typeof(Clock)) as Clock ?? Clock.System);
        return Page(http, typed, null, templates, []);
    }

    static async Task<IResult> StartAsync(HttpContext http, ComposeAlert compose, AlertTemplates templates)
    {
        var typed = Read(await http.Request.ReadFormAsync(http.RequestAborted));
        var started = await compose.StartAsync(http.SignedIn(), typed, null, http.RequestAborted);
        if (started.Ok)
        {
            await FormDrafts.ForgetAsync(http, $"alert-new-{typed.Incident}");
        }

        return started.TryGet(out var version, out var problems) ? Results.LocalRedirect($"/alerts/{version.Id}") : Page(http, typed, null, templates, problems);
    }

    static async Task<IResult> EditAsync(Guid id, HttpContext http, AlertReader reader, AlertTemplates templates) =>
        await reader.FindAsync(http.SignedIn(), new Id<AlertVersion>(id), http.RequestAborted) is { } version
            ? Page(http, FormOf(version), version, templates, [])
            : Show.Refused(http, [KernelProblems.NotFound]);

    static async Task<IResult> RewriteAsync(Guid id, HttpContext http, ComposeAlert compose, AlertReader reader, AlertTemplates templates)
    {
        var typed = Read(await http.Request.ReadFormAsync(http.RequestAborted));
        var written = await compose.RewriteAsync(http.SignedIn(), new Id<AlertVersion>(id), typed, http.RequestAborted);
        if (written.Ok)
        {
            await FormDrafts.ForgetAsync(http, $"alert-{id}");
        }

        return written.Ok
            ? Results.LocalRedirect($"/alerts/{id}")
            : await reader.FindAsync(http.SignedIn(), new Id<AlertVersion>(id), http.RequestAborted) is { } version ? Page(http, typed, version, templates, written.Problems) : Show.Refused(http, written.Problems);
    }

    static async Task<IResult> FollowAsync(Guid id, HttpContext http, FollowUp follow, AlertView view)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<VersionKind>(form["kind"], out var kind))
        {
            return await view.ShowAsync(id, http, [ShellProblems.FieldMissing.At("kind")]);
        }

        var next = await follow.RunAsync(http.SignedIn(), new Id<AlertVersion>(id), kind, null, http.RequestAborted);
        return next.TryGet(out var version, out var problems) ? Results.LocalRedirect($"/alerts/{version.Id}/edit") : await view.ShowAsync(id, http, problems);
    }

    /// <summary>While typing: segments and cost per language, people per channel in the area drawn so far.</summary>
    static async Task<IResult> CountAsync(HttpContext http, Audience audience, Markers markers)
    {
        var typed = Read(await http.Request.ReadFormAsync(http.RequestAborted));
        var area = Drawing.Read(typed.Area);
        var estimate = area.Ok ? await audience.EstimateAsync(area.Value, typed.Channels ?? [], typed.Class, http.RequestAborted) : AudienceEstimate.None;
        var population = area.Ok ? Belgium.Load().Population.Inside(area.Value) : null;
        var (language, culture) = (http.LanguageOf(), http.LanguageOf().Culture());
        return Results.Json(new
        {
            area = area.Ok ? null : area.Problems[0].In(language),
            figures = area.Ok ? Counted(estimate, population!, language) : [],
            suppressed = estimate.Suppressed.Select(pair => AlertWords.Suppressed[language].Replace("{0}", $"{pair.Value.ToString("N0", culture)} ({AlertWords.Reason(pair.Key)[language]})", StringComparison.Ordinal)),
            texts = (typed.Texts ?? []).Where(text => !string.IsNullOrEmpty(text.Sms)).Select(text =>
            {
                var marked = markers.Mark(text.Sms!, text.Language, ChannelKind.Sms);
                var (segments, offer) = (SmsSegments.Of(marked), GsmOffer.For(text.Sms!));
                var count = estimate.ByLanguage.GetValueOrDefault(text.Language);
                return new
                {
                    language = text.Language.ToString(), segments = segments.Segments,
                    words = string.Create(culture, $"{AlertWords.Parts[language].Replace("{0}", segments.Segments.ToString(culture), StringComparison.Ordinal).Replace("{1}", AlertWords.EncodingWord(segments.Encoding), StringComparison.Ordinal)} · {AlertWords.Left[language].Replace("{0}", segments.CharactersLeft.ToString(culture), StringComparison.Ordinal)} · {AlertWords.Cost[language].Replace("{0}", Money(count * segments.Segments, culture), StringComparison.Ordinal)}"),
                    offer = offer.Changes.Count > 0 && offer.Fits ? offer.Text : null, offerWords = AlertWords.Offer[language].Replace("{0}", string.Join(", ", offer.Changes.Select(change => change.From + " → " + change.To)), StringComparison.Ordinal),
                };
            }),
        }, Json.Strict);
    }

    sealed record CountedFigure(string Label, long Value, long? Spread, string Source);

    static IReadOnlyList<CountedFigure> Counted(AudienceEstimate estimate, PopulationEstimate population, Language language) =>
    [
        new(AlertWords.People[language], estimate.People, null, AlertWords.Registered[language]),
        .. estimate.Messages.OrderBy(pair => pair.Key).Select(pair => new CountedFigure(pair.Key.Word()[language], pair.Value, null, AlertWords.Messages[language])),
        new(AlertWords.Inhabitants[language], population.Count, population.PlusMinus, population.Source),
    ];

    /// <summary>EUR 0.055 a segment, as the municipalities paid in 2019 (dated figure, a setting of the contract).</summary>
    public static string Money(long segments, CultureInfo culture) => "€ " + (segments * 0.055m).ToString("N2", culture);

    static IResult Page(HttpContext http, AlertForm typed, AlertVersion? version, AlertTemplates templates, IReadOnlyList<Problem> problems) =>
        Show.Page<ComposePage>(http, new Dictionary<string, object?> { ["Typed"] = typed, ["Version"] = version, ["Templates"] = templates.All }, problems);

    static AlertForm FormOf(AlertVersion version) => new(
        version.Area, version.Place, version.Class, version.Channels, (int)version.Valid.TotalMinutes,
        [.. version.Texts.Select(text => new AlertTextForm(text.Language, text.Title, text.Sms, text.Body, text.Instruction))], version.Incident, version.Organisation, version.Code.Event,
        version.Code.Category, version.Code.Response, version.Code.Urgency, version.Code.Severity, version.Code.Certainty);

    static AlertForm Read(IFormCollection form) => new(
        form["area"], form["place"], Enum.TryParse<MessageClass>(form["class"], out var @class) ? @class : MessageClass.Official,
        [.. form["channels"].Select(text => Enum.TryParse<ChannelKind>(text, out var channel) ? channel : (ChannelKind?)null).OfType<ChannelKind>()],
        int.TryParse(form["validMinutes"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
        [.. Enum.GetValues<Language>().Select(language => (Language: language, Field: $"texts.{language.ToString().ToLowerInvariant()}."))
            .Select(one => new AlertTextForm(one.Language, form[one.Field + "title"], form[one.Field + "sms"], form[one.Field + "body"], form[one.Field + "instruction"]))],
        Guid.TryParse(form["incident"], out var incident) ? incident : null, null, form["event"]);
}
