using Belfry.Kernel;
using Belfry.Shell.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Shell;

/// <summary>Drafts of forms, as far as the rooms have to do with them.</summary>
public static class FormDrafts
{
    /// <summary>Call once a form is accepted: what was typed is done, and must not come back the next time the form is opened.</summary>
    /// <param name="form">As in the form's data-draft.</param>
    public static Task ForgetAsync(HttpContext http, string form) =>
        http.RequestServices.GetRequiredService<Db>().ChangeAsync(new Act(Viewer.Program("drafts"), "DropDraft"), change => DraftStore.DropAsync(change, http.SignedIn().Account, form), http.RequestAborted);
}
