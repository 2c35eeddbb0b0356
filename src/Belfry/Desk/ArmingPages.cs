using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Desk;

/// <summary>Where two people let the instance send. Everyone may see how it stands.</summary>
static class ArmingPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/arming", (HttpContext http, Arming arming, Access access) => Page(http, arming, access, "", [])).Needs(DeskPermissions.SeeGateways);
        routes.MapPost("/arming", async (HttpContext http, Arming arming, Access access) =>
        {
            var why = (await http.Request.ReadFormAsync(http.RequestAborted))["why"].ToString();
            var said = await arming.ArmAsync(http.SignedIn(), why, http.RequestAborted);
            return said.Ok ? Results.LocalRedirect("/arming") : Page(http, arming, access, why, said.Problems);
        }).Needs(DispatchPermissions.Arm).FromOurPage();
    }

    static IResult Page(HttpContext http, Arming arming, Access access, string typed, IReadOnlyList<Problem> problems)
    {
        var who = http.SignedIn();
        return Show.Page<ArmingPage>(http, new Dictionary<string, object?>
        {
            [nameof(ArmingPage.Marker)] = arming.Find(),
            [nameof(ArmingPage.Record)] = arming.FindArmed(),
            [nameof(ArmingPage.Me)] = who.Account,
            [nameof(ArmingPage.MayArm)] = access.AllowsSomewhere(who, DispatchPermissions.Arm.Action),
            [nameof(ArmingPage.Fresh)] = access.SteppedUp(who, DispatchPermissions.Arm).Ok,
            [nameof(ArmingPage.Typed)] = typed,
        }, problems);
    }
}
