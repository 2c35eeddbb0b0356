using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>
/// The antiforgery cookie, Secure even on http://localhost, where browsers keep Secure cookies. The framework's own setting for that
/// refuses to work on plain http, so the flag is set where the cookie is built.
/// </summary>
sealed class FormCookie : CookieBuilder
{
    public FormCookie() =>
        (Name, Path, HttpOnly, SameSite, SecurePolicy, IsEssential) = (SecretCookies.Form, "/", true, SameSiteMode.Strict, CookieSecurePolicy.None, true);

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
