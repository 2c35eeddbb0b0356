using Belfry.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Belfry.Shell;

/// <summary>Answers with a page. A page is a static component; its endpoint reads, it only draws.</summary>
public static class Show
{
    /// <param name="problems">Of the form just posted; the page shows each at its field, and its status is that of the first.</param>
    public static IResult Page<TPage>(HttpContext http, IReadOnlyDictionary<string, object?> values, IReadOnlyList<Problem>? problems = null)
        where TPage : IComponent
    {
        if (problems is { Count: > 0 })
        {
            FrameOfRequest.Keep(http, problems);
        }

        return new RazorComponentResult<TPage>(values) { StatusCode = problems is { Count: > 0 } ? problems[0].Status : StatusCodes.Status200OK, PreventStreamingRendering = true };
    }

    /// <summary>For a form's POST: only our own page, in the hands of the same person, may send it (S-9).</summary>
    public static RouteHandlerBuilder FromOurPage(this RouteHandlerBuilder route) => route.FromOwnForm();

    /// <summary>A refusal that has no form to go back to.</summary>
    public static IResult Refused(HttpContext http, IReadOnlyList<Problem> problems) => Answering.Refuse(http, problems);
}
