using Belfry.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Dispatch.Arm;

static class ArmApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/arming").WithTags("Dispatch");
        api.MapGet("", (Arming arming) => Results.Json(Shape(arming), Json.Strict)).Needs(DispatchPermissions.Arm).WithSummary("May this instance send?");
        api.MapPost("", async (HttpContext http, Arming arming) => (await arming.ArmAsync(http.SignedIn(), http.RequestAborted)).ToHttp(http, _ => Shape(arming)))
            .Needs(DispatchPermissions.Arm).WithSummary("Say yes; the second person's yes arms it");
    }

    static object Shape(Arming arming) => arming.Find() is { } marker
        ? new { armed = false, since = (DateTimeOffset?)marker.Since, why = marker.Why, first = marker.FirstName }
        : new { armed = true, since = (DateTimeOffset?)null, why = "", first = "" };
}
