using System.Text.Json;
using System.Text.Json.Serialization;
using Belfry.Shell;
using Scalar.AspNetCore;

namespace Belfry.Serve;

/// <summary>What the API offers, from the routes themselves: OpenAPI 3.1 at /openapi/v1.json, to read at /api/docs.</summary>
static class ApiDocs
{
    // Scalar's script comes from the package and writes its styles and start-up into the page. Nothing may come from, or go to, another
    // host: that this page is looser about its own script costs nothing, it shows no data (docs/decisions/0004-api-docs.md).
    const string Policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void AddApiDocs(this IServiceCollection services)
    {
        // The schema says enums as Json.Strict reads them: by name.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Belfry";
                document.Info.Description = "Sign in with Authorization: Bearer and a token of `belfry token`. Commands take the header Idempotency-Key: the same key with the same body is "
                    + "answered as before, for 30 days. Refusals are application/problem+json with the codes of docs/problems.md; send Accept-Language for nl, fr, de or en.";
                document.Servers = [];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").OpenToAll("The shape of the API is public; its data is not.");
        routes.MapScalarApiReference("/api/docs", options => options.WithTitle("Belfry API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton())
            .OpenToAll("The shape of the API is public; its data is not.")
            .Add(endpoint =>
            {
                var inner = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http =>
                {
                    http.Response.Headers.ContentSecurityPolicy = Policy;
                    return inner(http);
                };
            });
    }
}
