using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Belfry.Shell.Drafts;

/// <summary>What was typed and not sent survives reload, sign-out and a cut line. Kept per person and form, as the form's own JSON.</summary>
static class DraftEndpoint
{
    const int MostBytes = 256 * 1024;

    sealed record DraftBody(Dictionary<string, string[]> Fields);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drafts/{form}", async (string form, HttpContext http, Db db, Access access) =>
        {
            var who = http.SignedIn();
            return await db.ReadAsync(access.ViewerOf(who), reading => DraftStore.FindAsync(reading, who.Account, form), http.RequestAborted) is { } draft
                ? Results.Text($"{{\"fields\":{draft.Body},\"savedAt\":\"{draft.Saved.UtcDateTime:O}\"}}", "application/json")
                : Results.NoContent();
        }).ForSignedIn();

        routes.MapPut("/drafts/{form}", async (string form, HttpContext http, Db db, Access access) =>
        {
            var who = http.SignedIn();
            var body = (await Json.BytesAsync(http, MostBytes)).Then(bytes => Json.Parse<DraftBody>(bytes));
            if (!body.TryGet(out var draft, out var problems))
            {
                return Answers.Refusal(http, problems);
            }

            await db.ChangeAsync(
                new Act(Viewer.Program("drafts"), "SaveDraft"),
                change => DraftStore.SaveAsync(change, who.Account, form, System.Text.Json.JsonSerializer.Serialize(draft.Fields, Json.Strict)), http.RequestAborted);
            return Results.NoContent();
        }).ForSignedIn();

        routes.MapDelete("/drafts/{form}", async (string form, HttpContext http, Db db) =>
        {
            var who = http.SignedIn();
            await db.ChangeAsync(new Act(Viewer.Program("drafts"), "DropDraft"), change => DraftStore.DropAsync(change, who.Account, form), http.RequestAborted);
            return Results.NoContent();
        }).ForSignedIn();
    }
}
