using Belfry.Alerting;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.PublicSite.Pages;
using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.PublicSite;

/// <summary>
/// /public/{language}/subscribe and what follows it. Links that came by message only show a button; the press is what acts. Nothing here is
/// cached, and no address with a word in it is told to another page.
/// </summary>
static class SubscribePages
{
    const string Why = "Anyone may ask to be warned; what is known of a person is shown only behind a link that was sent to that person.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/public/{tag:regex(^(nl|fr|de|en)$)}").OpenToAll(Why);
        all.MapMethods("/subscribe", PublicPages.Get, (string tag, HttpContext http, PageMaker pages) => Empty(new Asked(http, pages, tag, "subscribe")));
        all.MapPost("/subscribe", RegisterAsync);
        all.MapMethods("/subscribe/{word}", PublicPages.Get, CodesAsync);
        all.MapPost("/subscribe/{word}", ProveAsync);
        all.MapMethods("/confirm/{word}", PublicPages.Get, (string tag, string word, HttpContext http, PageMaker pages) => Step(
            new Asked(http, pages, tag, "confirm/" + word), SubscribeWords.ConfirmTitle, SubscribeWords.ConfirmText, SubscribeWords.Confirm));
        all.MapPost("/confirm/{word}", ConfirmAsync);
        all.MapMethods("/subscription", PublicPages.Get, (string tag, HttpContext http, PageMaker pages) => new Asked(http, pages, tag, "subscription").ShowAsync<AskPage>(SubscribeWords.OwnTitle, []));
        all.MapPost("/subscription", AskAsync);
        all.MapMethods("/open/{word}", PublicPages.Get, (string tag, string word, HttpContext http, PageMaker pages) => Step(
            new Asked(http, pages, tag, "open/" + word), SubscribeWords.OwnTitle, SubscribeWords.OpenText, SubscribeWords.Open));
        all.MapPost("/open/{word}", OpenAsync);
        all.MapMethods("/subscription/{word}", PublicPages.Get, OwnAsync);
        all.MapPost("/subscription/{word}", ChangeAsync);
        all.MapPost("/subscription/{word}/end", EndAsync);
        all.MapMethods("/unsubscribe/{word}", PublicPages.Get, MailAsync);
        all.MapPost("/unsubscribe/{word}", EndMailAsync);
        all.MapMethods("/privacy", PublicPages.Get, (string tag, HttpContext http, PageMaker pages) => new Asked(http, pages, tag, "privacy").ShowAsync<PrivacyPage>(SubscribeWords.Privacy, []));
    }

    /// <summary>One request: who answers, in which language, at which address.</summary>
    sealed record Asked(HttpContext Http, PageMaker Pages, string Tag, string Path)
    {
        public Language Language => Languages.Parse(Tag)!.Value; // the route lets only the four pass

        public async Task<IResult> ShowAsync<TPage>(LocalizedText title, Dictionary<string, object?> values, IReadOnlyList<Problem>? problems = null)
            where TPage : IComponent
        {
            Http.Response.Headers.CacheControl = "no-store";
            Http.Response.Headers["Referrer-Policy"] = "no-referrer";
            Http.Response.StatusCode = problems is { Count: > 0 } ? problems[0].Status : StatusCodes.Status200OK;
            return Results.Bytes(await Pages.MakeAsync<TPage>(Language, title, one => $"/public/{one.Tag()[..2]}/{Path}", values, problems), "text/html; charset=utf-8");
        }

        public IResult GoTo(string path)
        {
            Http.Response.Headers.CacheControl = "no-store";
            Http.Response.Headers["Referrer-Policy"] = "no-referrer";
            Http.Response.Headers.Location = $"/public/{Tag}/{path}";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
    }

    static Task<IResult> Empty(Asked asked) => FormAsync(asked, new SubscribeForm("", asked.Tag, [], "", "", Official: true, Tests: true, Agreed: false));

    static Task<IResult> FormAsync(Asked asked, SubscribeForm form, IReadOnlyList<Problem>? problems = null, bool own = false, bool saved = false) => asked.ShowAsync<SubscribePage>(
        own ? SubscribeWords.OwnTitle : SubscribeWords.Title, new() { [nameof(SubscribePage.Form)] = form, [nameof(SubscribePage.Own)] = own, [nameof(SubscribePage.Saved)] = saved }, problems);

    static Task<IResult> Step(Asked asked, LocalizedText title, LocalizedText? text, LocalizedText? act, LocalizedText? said = null, IReadOnlyList<Problem>? problems = null) => asked.ShowAsync<StepPage>(
        title, new() { [nameof(StepPage.Title)] = title, [nameof(StepPage.Text)] = text, [nameof(StepPage.Act)] = act, [nameof(StepPage.Said)] = said }, problems);

    static Task<IResult> Over(Asked asked, IReadOnlyList<Problem>? problems = null) => Step(asked, SubscribeWords.OwnTitle, null, null, null, problems ?? [SubscribeProblems.LinkOver]);

    static async Task<IResult> RegisterAsync(string tag, HttpContext http, PageMaker pages, RegisterSubscriber register)
    {
        var asked = new Asked(http, pages, tag, "subscribe");
        if (!(await Typed.ReadAsync(http)).TryGet(out var typed, out var unreadable))
        {
            return Answers.Refusal(http, unreadable);
        }

        return (await register.RunAsync(typed.ToForm(), typed.Client, http.RequestAborted)).TryGet(out var word, out var problems)
            ? asked.GoTo("subscribe/" + word)
            : await FormAsync(asked, typed.ToForm(), problems);
    }

    static async Task<IResult> CodesAsync(string tag, string word, HttpContext http, PageMaker pages, ConfirmContact confirm)
    {
        var asked = new Asked(http, pages, tag, "subscribe/" + word);
        return await confirm.FindAsync(word, http.RequestAborted) is { } proofs ? await asked.ShowAsync<CodesPage>(SubscribeWords.Codes, new() { [nameof(CodesPage.Proofs)] = proofs }) : await Over(asked);
    }

    static async Task<IResult> ProveAsync(string tag, string word, HttpContext http, PageMaker pages, ConfirmContact confirm)
    {
        var asked = new Asked(http, pages, tag, "subscribe/" + word);
        if (!(await Typed.ReadAsync(http)).TryGet(out var typed, out var unreadable))
        {
            return Answers.Refusal(http, unreadable);
        }

        var channel = Enum.TryParse<ChannelKind>(typed["channel"], ignoreCase: true, out var named) && named == ChannelKind.Email ? ChannelKind.Email : ChannelKind.Sms;
        if ((await confirm.ByCodeAsync(word, channel, typed["code-" + channel.ToString().ToLowerInvariant()], typed.Client, http.RequestAborted)).TryGet(out _, out var problems))
        {
            return asked.GoTo("subscribe/" + word);
        }

        return await confirm.FindAsync(word, http.RequestAborted) is { } proofs
            ? await asked.ShowAsync<CodesPage>(SubscribeWords.Codes, new() { [nameof(CodesPage.Proofs)] = proofs }, problems)
            : await Over(asked, problems);
    }

    static async Task<IResult> ConfirmAsync(string tag, string word, HttpContext http, PageMaker pages, ConfirmContact confirm)
    {
        var asked = new Asked(http, pages, tag, "confirm/" + word);
        return (await confirm.ByLinkAsync(word, Typed.ClientOf(http), http.RequestAborted)).TryGet(out _, out var problems)
            ? await Step(asked, SubscribeWords.ConfirmTitle, null, null, SubscribeWords.AllDone)
            : await Over(asked, problems);
    }

    static async Task<IResult> AskAsync(string tag, HttpContext http, PageMaker pages, OpenSubscription open)
    {
        var asked = new Asked(http, pages, tag, "subscription");
        if (!(await Typed.ReadAsync(http)).TryGet(out var typed, out var unreadable))
        {
            return Answers.Refusal(http, unreadable);
        }

        var done = await open.AskAsync(typed["address"], asked.Language, typed.Client, http.RequestAborted);
        return await asked.ShowAsync<AskPage>(SubscribeWords.OwnTitle, new() { [nameof(AskPage.Typed)] = done.Ok ? "" : typed["address"], [nameof(AskPage.Asked)] = done.Ok }, done.Problems);
    }

    static async Task<IResult> OpenAsync(string tag, string word, HttpContext http, PageMaker pages, OpenSubscription open)
    {
        var asked = new Asked(http, pages, tag, "open/" + word);
        return (await open.OpenAsync(word, http.RequestAborted)).TryGet(out var page, out var problems) ? asked.GoTo("subscription/" + page) : await Over(asked, problems);
    }

    static async Task<IResult> OwnAsync(string tag, string word, bool? saved, HttpContext http, PageMaker pages, OpenSubscription open)
    {
        var asked = new Asked(http, pages, tag, "subscription/" + word);
        return await open.FindAsync(word, http.RequestAborted) is { } own
            ? await FormAsync(asked, new SubscribeForm(own.Name, own.Language.Tag()[..2], [.. own.Places.Select(place => new PlaceTyped(place.Value))], own.Phone, own.Mail, own.Official, own.Tests, Agreed: true), own: true, saved: saved == true)
            : await Over(asked);
    }

    static async Task<IResult> ChangeAsync(string tag, string word, HttpContext http, PageMaker pages, ChangeSubscription change)
    {
        var asked = new Asked(http, pages, tag, "subscription/" + word);
        if (!(await Typed.ReadAsync(http)).TryGet(out var typed, out var unreadable))
        {
            return Answers.Refusal(http, unreadable);
        }

        if ((await change.RunAsync(word, typed.ToForm(), typed.Client, http.RequestAborted)).TryGet(out var codes, out var problems))
        {
            return asked.GoTo(codes.Length > 0 ? "subscribe/" + codes : $"subscription/{word}?saved=true");
        }

        return problems[0].Code == SubscribeProblems.LinkOver.Code ? await Over(asked, problems) : await FormAsync(asked, typed.ToForm(), problems, own: true);
    }

    static async Task<IResult> EndAsync(string tag, string word, HttpContext http, PageMaker pages, ChangeSubscription change)
    {
        var asked = new Asked(http, pages, tag, "subscription");
        return (await change.EndAsync(word, http.RequestAborted)).TryGet(out _, out var problems) ? await Step(asked, SubscribeWords.EndTitle, null, null, SubscribeWords.Ended) : await Over(asked, problems);
    }

    static Task<IResult> MailAsync(string tag, string word, HttpContext http, PageMaker pages, ChangeSubscription change)
    {
        var asked = new Asked(http, pages, tag, "unsubscribe/" + word);
        return change.IsOurs(word) ? Step(asked, SubscribeWords.MailTitle, SubscribeWords.MailText, SubscribeWords.MailEnd) : Over(asked);
    }

    static async Task<IResult> EndMailAsync(string tag, string word, HttpContext http, PageMaker pages, ChangeSubscription change)
    {
        var asked = new Asked(http, pages, tag, "unsubscribe/" + word);
        return (await change.EndMailAsync(word, http.RequestAborted)).TryGet(out _, out var problems) ? await Step(asked, SubscribeWords.MailTitle, null, null, SubscribeWords.MailEnded) : await Over(asked, problems);
    }
}
