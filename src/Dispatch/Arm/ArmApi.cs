using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Dispatch.Arm;

static class ArmApi
{
    sealed record WhyForm(string? Why);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/arming").WithTags("Dispatch");
        api.MapGet("", (Arming arming) => Results.Json(Shape(arming), Json.Strict)).Needs(DispatchPermissions.Arm).WithSummary("May this instance send?");
        api.MapPost("", async (HttpContext http, Arming arming) => (await Json.ReadAsync<WhyForm>(http)).TryGet(out var form, out var problems)
                ? (await arming.ArmAsync(http.SignedIn(), form.Why, http.RequestAborted)).ToHttp(http, _ => Shape(arming))
                : Answers.Refusal(http, problems))
            .Needs(DispatchPermissions.Arm).Accepts<WhyForm>("application/json").WithSummary("Say yes; the second person's yes arms it").WithDescription("why: 5 to 500 characters, stands in the audit.");
    }

    static object Shape(Arming arming) => arming.Find() is { } marker
        ? new { armed = false, since = (DateTimeOffset?)marker.Since, why = marker.Why, first = marker.First?.Name ?? "" }
        : new { armed = true, since = arming.FindArmed()?.Second.At, why = "", first = "" };
}
