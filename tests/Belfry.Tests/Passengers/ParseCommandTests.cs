using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Belfry.Tests.Passengers;

[Collection("console")]
public sealed class ParseCommandTests
{
    [Theory]
    [InlineData("pnrgov_infant_on_adult.edi", 0)]
    [InlineData("paxlst_empty_name.edi", 4)]
    [InlineData("no such file", 1)]
    public async Task Parse_ends_with_what_became_of_the_file(string file, int code) => Assert.Equal(code, (await RunAsync(Path(file))).Code);

    [Fact]
    public async Task Json_is_one_document_with_travellers_rejections_and_counts_that_reconcile()
    {
        var (code, output, errors) = await RunAsync("--json", Path("paxlst_empty_name.edi"), Path("pnrgov_groups.edi"), Path("no such file"));
        using var document = JsonDocument.Parse(output);
        var files = document.RootElement.GetProperty("files");

        Assert.Equal(4, code);
        Assert.Equal(3, files.GetArrayLength());
        var message = files[0].GetProperty("messages")[0];
        Assert.Equal(("PAXLST", "D.02B", "paxlst"), (message.GetProperty("type").GetString(), message.GetProperty("version").GetString(), message.GetProperty("format").GetString()));
        var passenger = message.GetProperty("passengers")[0];
        Assert.Equal(("WILLEMS", "1972-09-07", "MB140241", "TYR123"), (passenger.GetProperty("name").GetProperty("surname").GetString(), passenger.GetProperty("birthDate").GetProperty("iso").GetString(),
            passenger.GetProperty("documents")[0].GetProperty("number").GetString(), passenger.GetProperty("locators")[0].GetProperty("code").GetString()));
        var rejected = message.GetProperty("rejected")[0];
        Assert.Equal(("PAX-003", 39, 4), (rejected.GetProperty("problem").GetProperty("code").GetString(), rejected.GetProperty("place").GetProperty("number").GetInt32(), rejected.GetProperty("place").GetProperty("element").GetInt32()));
        var totals = document.RootElement.GetProperty("totals");
        Assert.True(totals.GetProperty("reconciles").GetBoolean());
        Assert.Equal((7, 2), (totals.GetProperty("loaded").GetInt32(), totals.GetProperty("rejected").GetInt32()));
        Assert.Contains("PAX-003 ", errors, StringComparison.Ordinal);
        Assert.Contains("element 4", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_names_nobody_in_text_or_json()
    {
        foreach (var form in (string[])["--summary", "--json"])
        {
            var (_, output, errors) = await RunAsync("--summary", form, Path("pnrgov_docs_defects.edi"), Path("paxlst_empty_name.edi"));

            Assert.All((string[])["WILLEMS", "STRANGER", "GOOSSENS", "MB140241"], name => Assert.DoesNotContain(name, output + errors, StringComparison.Ordinal));
            Assert.Contains(form == "--json" ? "\"loaded\":9" : "9 loaded", output, StringComparison.Ordinal);
        }
    }

    static string Path(string file) => System.IO.Path.Combine(Repository.Root, "data", "passengers", "own", file);

    // The program as a shell starts it, in this process.
    static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (output, errors, before, beforeErrors) = (new StringWriter(), new StringWriter(), Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var code = await Task.Run(() => (int)Assembly.Load("belfry").EntryPoint!.Invoke(null, [(string[])["passengers", "parse", .. arguments]])!);
            return (code, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeErrors);
        }
    }
}
