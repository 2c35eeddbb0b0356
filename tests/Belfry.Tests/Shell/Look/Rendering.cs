using Belfry.Kernel;
using Belfry.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Belfry.Tests.Shell.Look;

/// <summary>A component of the look as HTML, drawn in a frame.</summary>
static class Rendering
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 5, 9, TimeSpan.Zero);

    public static Frame Frame(Language language = Language.Nl, World world = World.Exercise) => new(language, world, Now);

    public static async Task<string> HtmlAsync<TComponent>(Frame frame, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddCascadingValue(_ => frame);
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary(one => one.Name, one => one.Value)))).ToHtmlString());
    }
}
