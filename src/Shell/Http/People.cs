using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>Who is behind a request. Set once, by the sign-in, before any route runs.</summary>
public static class People
{
    static readonly object Key = new();

    /// <summary>Null when nobody has signed in.</summary>
    public static Person? Person(this HttpContext http) => http.Items.TryGetValue(Key, out var person) ? (Person?)person : null;

    /// <exception cref="InvalidOperationException">The route did not ask for a person.</exception>
    public static Person SignedIn(this HttpContext http) => http.Person() ?? throw new InvalidOperationException("This route is for people who have signed in; it must say so.");

    internal static void SetPerson(this HttpContext http, Person person) => http.Items[Key] = person;
}
