using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>Cookies as this house sets them: __Host-, Secure, HttpOnly, Lax, for this host and path only.</summary>
static class SecretCookies
{
    public const string Session = "__Host-belfry";
    public const string Enrol = "__Host-belfry-enrol";
    public const string Device = "__Host-belfry-device";
    public const string Form = "__Host-belfry-form";

    /// <param name="lives">Null: until the browser closes.</param>
    public static void SetSecret(this HttpContext http, string name, string value, TimeSpan? lives = null) => http.Response.Cookies.Append(name, value, Shape(lives));

    public static void DropSecret(this HttpContext http, string name) => http.Response.Cookies.Delete(name, Shape(null));

    static CookieOptions Shape(TimeSpan? lives) => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = lives, IsEssential = true };
}
