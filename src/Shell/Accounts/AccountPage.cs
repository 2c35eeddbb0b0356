using Belfry.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Belfry.Shell;

/// <summary>What is shown once and never again.</summary>
public enum ShownOnce
{
    RecoveryCodes,
    ApiToken,
    Link,
}

/// <summary>What every page of Accounts has: the language, the person, what is wrong.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter] public required HttpContext Http { get; set; }

    [Parameter] public IReadOnlyList<Problem> Problems { get; set; } = [];

    protected Language Language => Http.LanguageOf();

    protected string Say(LocalizedText text) => text[Language];

    protected string At(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm 'UTC'", Language.Culture());
}
