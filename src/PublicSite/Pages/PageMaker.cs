using System.Security.Cryptography;
using System.Text;
using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Belfry.PublicSite.Pages;

/// <summary>Draws a public page to bytes, the same for everyone: what the endpoint sends is what the file holds.</summary>
sealed class PageMaker(IServiceProvider services, ILoggerFactory logs, Instance instance)
{
    /// <param name="addressIn">Where this page stands in each language.</param>
    /// <param name="problems">Refusals of the form just posted.</param>
    public async Task<byte[]> MakeAsync<TPage>(Language language, LocalizedText title, Func<Language, string> addressIn, Dictionary<string, object?> values, IReadOnlyList<Problem>? problems = null)
        where TPage : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<PublicDocument>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PublicDocument.Frame)] = new Frame(language, instance.World, instance.Clock.Now) { Address = addressIn(language), Problems = problems ?? [] },
                [nameof(PublicDocument.Title)] = title,
                [nameof(PublicDocument.AddressIn)] = addressIn,
                [nameof(PublicDocument.Page)] = typeof(TPage),
                [nameof(PublicDocument.Values)] = values,
            }));
            return Encoding.UTF8.GetBytes(page.ToHtmlString());
        });
    }

    public Task<byte[]> ListAsync(Language language, IReadOnlyList<PublicNotice> notices) => MakeAsync<NoticesPage>(
        language, PublicWords.Title, ListAddress, new() { [nameof(NoticesPage.List)] = notices });

    public Task<byte[]> OneAsync(Language language, PublicNotice notice) => MakeAsync<NoticePage>(
        language, notice.Newest.Version.Place is { Length: > 0 } place ? PublicWords.Title.Map(word => $"{word}: {place}") : PublicWords.Title, notice.AddressIn,
        new() { [nameof(NoticePage.Notice)] = notice });

    public static string ListAddress(Language language) => $"/public/{language.Tag()[..2]}/";

    /// <summary>Of a published document, as the pages show it.</summary>
    public static string DigestOf(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
