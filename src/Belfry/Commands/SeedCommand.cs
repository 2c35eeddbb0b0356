using System.CommandLine;
using System.Globalization;
using Belfry.Alerting;
using Belfry.Kernel;
using Belfry.Serve;

namespace Belfry.Commands;

/// <summary>The rehearsal country without serving it: for an image, a demonstration without a network, a test of what comes after.</summary>
static class SeedCommand
{
    public static Command Build()
    {
        var (place, recipients) = (new Place(), new Option<int>("--recipients") { Description = "Invented recipients. Default 20000; 1 to 1000000.", DefaultValueFactory = _ => 20_000 });
        var command = new Command("seed", "Fills the data folder of a stopped rehearsal world with people, recipients and a storm warning; serve does the same by itself. What is there stays as it is. Ends with 1 in the real world, and when an instance holds the folder.") { recipients };
        place.AddTo(command);
        recipients.Validators.Add(result =>
        {
            if (result.GetValue(recipients) is < 1 or > 1_000_000)
            {
                result.AddError("--recipients takes a number from 1 to 1000000.");
            }
        });
        command.SetAction((parsed, ct) => RunAsync(place.Of(parsed) with { Recipients = parsed.GetValue(recipients), Quiet = true }, ct));
        return command;
    }

    static async Task<int> RunAsync(ServeOptions options, CancellationToken ct)
    {
        if (options.World == World.Real)
        {
            return await Place.SayAsync("The real world is not filled with invented people.");
        }

        try
        {
            await using var server = await Server.StartAsync(options, _ => { }, ct);
            var count = await server.App.Services.GetRequiredService<Subscribers>().CountAsync(ct);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.FolderPath}: {count:N0} invented recipients. belfry serve goes on from here."));
            return ExitCode.Done;
        }
        catch (IOException fault)
        {
            return await Place.SayAsync(fault.Message);
        }
    }
}
