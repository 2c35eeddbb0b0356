using System.Text;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class SafeXmlTests
{
    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", 1)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><a/>", 2)]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>", 1)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", 1)]
    [InlineData("<a>\n<b></a>", 2)]
    [InlineData("", 0)]
    [InlineData("<a>&undeclared;</a>", 1)]
    [InlineData("<a>\u0001</a>", 1)]
    public void B2_What_could_fetch_expand_or_not_be_read_is_refused_with_its_line(string xml, int line)
    {
        var problem = Assert.Single(SafeXml.Parse(Encoding.UTF8.GetBytes(xml)).Problems);

        Assert.Equal("KERNEL-003", problem.Code);
        Assert.Equal(line.ToString(null, null), problem.Values["line"]);
        Assert.NotEmpty(problem.Values["reason"]);
    }

    [Fact]
    public void B2_Size_and_depth_are_bounded_one_more_is_refused()
    {
        Assert.True(SafeXml.Parse(Nested(33)).Ok); // 32 levels below the root
        Assert.Equal("KERNEL-005", Assert.Single(SafeXml.Parse(Nested(34)).Problems).Code);
        Assert.Equal("KERNEL-005", Assert.Single(SafeXml.Parse(Nested(20_000)).Problems).Code);
        Assert.True(SafeXml.Parse(Sized(SafeXml.UsualBytes)).Ok);
        Assert.Equal("KERNEL-004", Assert.Single(SafeXml.Parse(Sized(SafeXml.UsualBytes + 1)).Problems).Code);
        Assert.True(SafeXml.Parse(Sized(SafeXml.UsualBytes + 1), 1 << 20).Ok);
    }

    [Fact]
    public void B2_A_bomb_is_refused_before_it_takes_memory()
    {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">");
        for (var at = 1; at < 12; at++)
        {
            bomb.Append(null, $"<!ENTITY e{at} \"{string.Concat(Enumerable.Repeat($"&e{at - 1};", 10))}\">");
        }

        var bytes = Encoding.UTF8.GetBytes(bomb.Append("]><a>&e11;</a>").ToString());
        SafeXml.Parse(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(SafeXml.Parse(bytes).Ok);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    [Fact]
    public void The_document_s_own_encoding_is_followed()
    {
        var xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>café</a>";

        Assert.Equal("café", SafeXml.Parse(Encoding.Latin1.GetBytes(xml)).Value.Root!.Value);
    }

    static byte[] Nested(int levels) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels)));

    static byte[] Sized(int bytes) => Encoding.UTF8.GetBytes("<a>" + new string('x', bytes - 7) + "</a>");
}
