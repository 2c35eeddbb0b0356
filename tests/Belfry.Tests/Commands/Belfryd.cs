using System.Diagnostics;
using Xunit;

namespace Belfry.Tests.Commands;

/// <summary>The program as a person runs it.</summary>
static class Belfryd
{
    public sealed record Ran(int Code, string Output, string Errors);

    public static Task<Ran> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    public static async Task<Ran> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "belfry.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(90));
        return new Ran(process.ExitCode, await output, await errors);
    }
}
