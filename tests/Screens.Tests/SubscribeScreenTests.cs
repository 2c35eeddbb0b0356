using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Belfry.Tests.Screens;

/// <summary>The pages on which people ask to be warned: walked by keyboard without script, looked at on a phone and a desk, dark and light, every one of them by axe.</summary>
public sealed partial class SubscribeScreenTests(RunningBelfry belfry) : IClassFixture<RunningBelfry>
{
    [Theory]
    [InlineData(390, ColorScheme.Dark, "fr")]
    [InlineData(1280, ColorScheme.Light, "nl")]
    [InlineData(390, ColorScheme.Light, "de")]
    [InlineData(1280, ColorScheme.Dark, "en")]
    public async Task Registering_is_accessible_by_keyboard_without_script_at_every_width(int width, ColorScheme scheme, string language)
    {
        await using var screen = await belfry.VisitAsync(width, scheme);
        var page = screen.Page;
        var found = new List<string>();
        await page.GotoAsync($"/public/{language}/subscribe");
        await LookAsync("form");

        // An empty form says where it is wrong and leads there.
        await page.ClickAsync("form button.primary");
        await LookAsync("refused");
        await page.Locator(".problems a").First.ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.field.wrong :target, .field.wrong:has(:target)') !== null"), "the summary does not lead to its field");

        // By keyboard alone: every field is a stop, in order.
        await page.Locator("[name=places-1]").FocusAsync();
        await page.Keyboard.TypeAsync("Saint");
        await page.Locator("[name=phone]").FocusAsync();
        var number = $"+32400{70_000 + width + (int)scheme * 10_000 + 1_000_000}"[..12];
        await page.Keyboard.TypeAsync(number);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync($"{language}{width}@mail.invalid");
        await page.Locator("[name=agreed]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("form button.primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name=choice-1]").First.WaitForAsync();
        await LookAsync("choices");
        await page.Locator("[name=choice-1]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("form button.primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(Word());
        await LookAsync("codes");
        await page.Locator("[name=code-sms]").FillAsync("12");
        await page.Locator("form:has([name=code-sms]) button").ClickAsync();
        await LookAsync("code-refused");
        foreach (var (name, path) in ((string, string)[])[("ask", "subscription"), ("confirm", "confirm/nothing"), ("over", "subscribe/nothing"), ("privacy", "privacy")])
        {
            await page.GotoAsync($"/public/{language}/{path}");
            await LookAsync(name);
        }

        Assert.Empty(found);
        Assert.DoesNotContain(screen.Complaints, line => !line.Contains("the server responded with a status of 4", StringComparison.Ordinal));

        async Task LookAsync(string name)
        {
            await page.EvaluateAsync("document.fonts.ready");
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screens")).FullName;
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"subscribe-{name}-{width}-{scheme}-{language}.png".ToLowerInvariant()), FullPage = true });
            found.AddRange((await page.RunAxe()).Violations.Select(violation => $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= " + width))
            {
                found.Add($"{name} is wider than the screen");
            }
        }
    }

    [GeneratedRegex("/public/../subscribe/.+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
