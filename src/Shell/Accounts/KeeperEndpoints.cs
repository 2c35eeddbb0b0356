using Belfry.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell;

/// <summary>The keeper's page: who has an account in an organisation, invite, re-enrol, disable.</summary>
static class KeeperEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/accounts", (string? organisation, HttpContext http, Accounts accounts, Organisations organisations, CancellationToken ct) =>
            ShowAsync(http, accounts, organisations, Id<Organisation>.TryParse(organisation)?.Value ?? http.SignedIn().Organisation, null, [], ct)).Needs(AccountPermissions.See);
        routes.MapPost("/accounts/invite", InviteAsync).Needs(AccountPermissions.Manage).FromOwnForm();
        routes.MapPost("/accounts/{account}/reinvite", (string account, HttpContext http, Accounts accounts, CancellationToken ct) =>
            DoAsync(account, http, async (id, why) => (await accounts.ReinviteAsync(http.SignedIn(), id, why, ct)).Then<OneTimeLink?>(link => link))).Needs(AccountPermissions.Manage).FromOwnForm();
        routes.MapPost("/accounts/{account}/disable", (string account, HttpContext http, Accounts accounts, CancellationToken ct) =>
            DoAsync(account, http, async (id, why) => (await accounts.DisableAsync(http.SignedIn(), id, why, ct)).Then(static _ => default(Result<OneTimeLink?>)))).Needs(AccountPermissions.Manage).FromOwnForm();
        routes.MapPost("/accounts/{account}/enable", (string account, HttpContext http, Accounts accounts, CancellationToken ct) =>
            DoAsync(account, http, async (id, why) => (await accounts.EnableAsync(http.SignedIn(), id, why, ct)).Then(static _ => default(Result<OneTimeLink?>)))).Needs(AccountPermissions.Manage).FromOwnForm();
    }

    static async Task<IResult> ShowAsync(HttpContext http, Accounts accounts, Organisations organisations, Guid organisation, Invitee? typed, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        var who = http.SignedIn();
        if (!(await accounts.ListAsync(who, organisation, ct)).TryGet(out var list, out var refused))
        {
            return Answering.Refuse(http, refused);
        }

        var reach = who.Roles.Where(role => role.Role == Role.Administrator).SelectMany(role => organisations.Below(role.Organisation).Prepend(role.Organisation)).Distinct()
            .Select(organisations.Find).OfType<Organisation>().OrderBy(one => one.Kind).ThenBy(one => one.Name[who.Language], StringComparer.Ordinal).ToList();
        return Answering.Page<AccountsPage>(("Organisation", organisation), ("Reach", reach), ("List", list), ("Typed", typed), ("Problems", problems));
    }

    static async Task<IResult> InviteAsync(HttpContext http, Accounts accounts, Organisations organisations, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var organisation = Id<Organisation>.TryParse(form["organisation"])?.Value ?? Guid.Empty;
        var role = Enum.TryParse<Role>(form["role"], out var named) && Enum.IsDefined(named) && !char.IsAsciiDigit(form["role"].ToString()[0]) ? named : (Role?)null;
        var invitee = new Invitee(form["name"], form["sign_in_name"], organisation, Languages.Parse(form["language"]) ?? http.LanguageOf(), role is { } one ? [new RoleIn(one, organisation)] : []);
        var invited = role is null ? ShellProblems.FieldMissing.At("role") : await accounts.InviteAsync(http.SignedIn(), invitee, ct);
        return invited.TryGet(out var link, out var problems) ? Link(http, link)
            : problems[0].Kind == ShellProblems.StepUpNeeded ? StepUp()
            : await ShowAsync(http, accounts, organisations, organisations.Find(organisation) is null ? http.SignedIn().Organisation : organisation, invitee, problems, ct);
    }

    static async Task<IResult> DoAsync(string account, HttpContext http, Func<Id<Account>, string, Task<Result<OneTimeLink?>>> act)
    {
        if (Id<Account>.TryParse(account) is not { } id)
        {
            return Answering.Refuse(http, [KernelProblems.NotFound]);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var done = await act(id, form["why"].ToString());
        return done.TryGet(out var link, out var problems) ? link is null ? Results.LocalRedirect("/accounts") : Link(http, link)
            : problems[0].Kind == ShellProblems.StepUpNeeded ? StepUp()
            : Answering.Refuse(http, problems);
    }

    static IResult StepUp() => Results.LocalRedirect("/account/step-up?to=%2Faccounts");

    static IResult Link(HttpContext http, OneTimeLink link) =>
        Answering.Page<ShownOncePage>(("Kind", ShownOnce.Link), ("Lines", (string[])[link.Address($"{http.Request.Scheme}://{http.Request.Host}")]));
}
