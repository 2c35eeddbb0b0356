using Belfry.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Belfry.Shell;

/// <summary>Results as HTTP: the value as JSON, a refusal as problem+json (RFC 9457) with our codes, each sentence in the caller's language.</summary>
public static class Answers
{
    public static IResult ToHttp<T>(this Result<T> result, HttpContext http, Func<T, object?>? shape = null, int status = StatusCodes.Status200OK) =>
        result.TryGet(out var value, out var problems)
            ? value is Done ? Results.NoContent() : Results.Json(shape is null ? value : shape(value), Json.Strict, statusCode: status)
            : Refusal(http, problems);

    public static IResult Refusal(HttpContext http, IReadOnlyList<Problem> problems)
    {
        var language = http.LanguageOf();
        var first = problems[0];
        return Results.Json(
            new ProblemDetails
            {
                Type = "/problems/" + first.Code,
                Title = first.In(language),
                Status = first.Status,
                Instance = http.Request.Path,
                Extensions =
                {
                    ["problems"] = problems.Select(problem => new { code = problem.Code, field = problem.Field, sentence = problem.In(language), values = problem.Values }).ToList(),
                },
            },
            Json.Strict, "application/problem+json", first.Status);
    }
}
