using System.Text;
using Belfry.Geography;
using Belfry.Geography.Hazards;
using CsCheck;
using Xunit;

namespace Belfry.Tests.Geography.Hazards;

/// <summary>Tables that two persons keep. The rows here are invented: no true value is shipped, not even in a test.</summary>
public sealed class ResponseTableTests
{
    const string Table = """
        {"format":"belfry-response-table-1","edition":"Invented 1","source":"nowhere, p. 3","enteredBy":"Ann Verbeke","enteredOn":"2026-03-01",
         "isolation":[{"un":"9001","name":"testium","spill":"small","isolateMetres":11,"dayKm":0.1,"nightKm":0.2},
                      {"un":"9001","name":"testium","spill":"large","isolateMetres":77,"dayKm":1.5,"nightKm":3.5,"container":"drum","wind":"low"}],
         "levels":[{"cas":"7732-18-5","name":"water","system":"PAC","level":1,"value":123,"unit":"ppm"}]}
        """;

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static ResponseTable Read(string text = Table) => ResponseTable.Read(Bytes(text)).Value;

    static byte[] Signed(string? digest = null, int rows = 3, string by = "Bo Claes", string on = "2026-03-02") =>
        Bytes($$"""{"format":"belfry-response-confirmation-1","digest":"{{digest ?? Read().Digest}}","rows":{{rows}},"confirmedBy":"{{by}}","confirmedOn":"{{on}}"}""");

    [Fact]
    public void A_table_has_values_when_a_second_person_has_confirmed_its_digest()
    {
        var table = Read();
        Assert.Equal(("Invented 1", "Ann Verbeke", 3, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bytes(Table)))), (table.Edition, table.EnteredBy, table.Rows, table.Digest));
        var confirmed = table.Confirm(Signed()).Value;
        Assert.Equal(("Bo Claes", 3.5, "PAC"), (confirmed.ConfirmedBy, confirmed.Isolation[1].NightKm!.Value, confirmed.Levels[0].System));
        Assert.True(table.Confirm(Bytes(ResponseTable.Confirmation(table.Digest, 3, "Bo Claes", new DateOnly(2026, 3, 1)))).Ok);
    }

    // Values are nowhere but in a confirmed table: the type itself offers none.
    [Fact]
    public void An_unconfirmed_table_has_no_way_to_its_values() =>
        Assert.DoesNotContain(typeof(ResponseTable).GetProperties(), property => property.PropertyType.ToString().Contains("Row", StringComparison.Ordinal) && property.PropertyType != typeof(int));

    [Fact]
    public void Whoever_entered_it_cannot_confirm_it_however_the_name_is_spelt()
    {
        foreach (var name in (string[])["Ann Verbeke", "ann verbeke", "ANN  VERBEKE.", "Ánn Verbéke", "ann-verbeke"])
        {
            Assert.Equal("HAZ-035 $.confirmedBy", Refused(Read().Confirm(Signed(by: name))));
        }
    }

    [Fact]
    public void Another_digest_count_or_an_earlier_day_is_refused()
    {
        Assert.Equal("HAZ-034 $.digest", Refused(Read().Confirm(Signed(digest: new string('0', 64)))));
        Assert.Equal("HAZ-034 $.rows", Refused(Read().Confirm(Signed(rows: 2))));
        Assert.Equal("HAZ-036 $.confirmedOn", Refused(Read().Confirm(Signed(on: "2026-02-28"))));
        Assert.Equal("HAZ-031 $.format", Refused(Read().Confirm(Bytes(Encoding.UTF8.GetString(Signed()).Replace("confirmation-1", "confirmation-2", StringComparison.Ordinal)))));
        Assert.Equal("HAZ-031 $.confirmedBy", Refused(Read().Confirm(Signed(by: " "))));
        Assert.Equal("KERNEL-006 ", Refused(Read().Confirm(Bytes("[]"))));
    }

    // One digit changed after the confirmation: the old confirmation holds no more.
    [Fact]
    public void A_change_after_the_confirmation_ends_it()
    {
        var signed = Signed();
        Assert.Equal("HAZ-034 $.digest", Refused(Read(Table.Replace("\"isolateMetres\":11", "\"isolateMetres\":12", StringComparison.Ordinal)).Confirm(signed)));
    }

    [Theory]
    [InlineData("\"format\":\"belfry-response-table-1\"", "\"format\":\"x\"", "HAZ-031 $.format")]
    [InlineData("\"un\":\"9001\",\"name\":\"testium\",\"spill\":\"small\"", "\"un\":\"901\",\"name\":\"testium\",\"spill\":\"small\"", "HAZ-031 $.isolation[0].un")]
    [InlineData("\"spill\":\"small\"", "\"spill\":\"medium\"", "HAZ-031 $.isolation[0].spill")]
    [InlineData("\"isolateMetres\":11", "\"isolateMetres\":0", "HAZ-031 $.isolation[0].isolateMetres")]
    [InlineData("\"dayKm\":0.1", "\"dayKm\":0.3", "HAZ-031 $.isolation[0].nightKm")]
    [InlineData("\"dayKm\":0.1,\"nightKm\":0.2", "\"dayKm\":0.1", "HAZ-031 $.isolation[0].nightKm")]
    [InlineData("\"wind\":\"low\"", "\"wind\":\"gale\"", "HAZ-031 $.isolation[1].wind")]
    [InlineData("\"spill\":\"large\",\"isolateMetres\":77,\"dayKm\":1.5,\"nightKm\":3.5,\"container\":\"drum\",\"wind\":\"low\"", "\"spill\":\"small\",\"isolateMetres\":77,\"dayKm\":1.5,\"nightKm\":3.5", "HAZ-032 $.isolation[1]")]
    [InlineData("7732-18-5", "7732-18-4", "HAZ-031 $.levels[0].cas")]
    [InlineData("\"system\":\"PAC\"", "\"system\":\"AEGL\"", "HAZ-031 $.levels[0].system")]
    [InlineData("\"level\":1", "\"level\":4", "HAZ-031 $.levels[0].level")]
    [InlineData("\"value\":123", "\"value\":0", "HAZ-031 $.levels[0].value")]
    [InlineData("\"unit\":\"ppm\"", "\"unit\":\"ppb\"", "HAZ-031 $.levels[0].unit")]
    [InlineData("{\"cas\":\"7732-18-5\",\"name\":\"water\",\"system\":\"PAC\",\"level\":1,\"value\":123,\"unit\":\"ppm\"}", "null", "HAZ-031 $.levels[0]")]
    [InlineData("\"enteredBy\":\"Ann Verbeke\",", "", "KERNEL-006 ")]
    [InlineData("\"edition\"", "\"editon\"", "KERNEL-006 ")]
    [InlineData("\"Ann Verbeke\"", "\"\\ud800\"", "KERNEL-006 ")]
    [InlineData("2026-03-01", "1 March", "KERNEL-006 ")]
    public void A_row_that_cannot_be_right_is_refused_at_its_place(string was, string becomes, string refused)
    {
        Assert.Contains(was, Table, StringComparison.Ordinal);
        Assert.Equal(refused, Refused(ResponseTable.Read(Bytes(Table.Replace(was, becomes, StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_table_without_rows_or_too_large_is_refused()
    {
        Assert.Equal("HAZ-033 $", Refused(ResponseTable.Read(Bytes("""{"format":"belfry-response-table-1","edition":"e","source":"s","enteredBy":"a","enteredOn":"2026-03-01","isolation":[],"levels":[]}"""))));
        Assert.Equal("HAZ-030 ", Refused(ResponseTable.Read(new byte[ResponseTable.MostBytes + 1])));
    }

    // Any byte changed anywhere: read or refused, and never confirmed by the confirmation of the true one.
    [Fact]
    public void A_damaged_table_is_never_confirmed()
    {
        var (bytes, signed) = (Bytes(Table), Signed());
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var damaged = bytes.ToArray();
            damaged[at] = value;
            var read = ResponseTable.Read(damaged);
            Assert.False(value != bytes[at] && read.Ok && read.Value.Confirm(signed).Ok);
            Assert.True(ResponseTable.Read(bytes.AsMemory(0, at)).Problems.Count > 0);
        }, iter: 2000);
    }

    [Theory]
    [InlineData("7732-18-5", true)]
    [InlineData("7782-50-5", true)]
    [InlineData("7782-50-4", false)]
    [InlineData("7782505", false)]
    [InlineData("778a-50-5", false)]
    [InlineData("", false)]
    public void A_CAS_number_has_its_check_digit(string text, bool holds) => Assert.Equal(holds, TableCheck.IsCas(text));

    static string Refused<T>(Belfry.Kernel.Result<T> result) => Assert.Single(result.Problems) is var problem ? $"{problem.Code} {problem.Field}" : "";
}
