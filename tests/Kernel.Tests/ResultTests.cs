using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class ResultTests
{
    [Fact]
    public void A_refusal_names_its_code_its_field_and_its_values_in_the_reader_s_language()
    {
        Result<int> result = KernelProblems.XmlTooDeep.At("file", ("line", 7), ("limit", 32));

        Assert.False(result.Ok);
        var problem = Assert.Single(result.Problems);
        Assert.Equal("KERNEL-005 file: The XML is deeper than 32 levels at line 7.", problem.ToString());
        Assert.Equal("De XML is op regel 7 dieper dan 32 niveaus.", problem.In(Language.Nl));
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }

    [Fact]
    public void A_text_that_misses_a_language_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new LocalizedText("storm", "tempête", " ", "storm"));

    [Fact]
    public void Every_problem_of_the_kernel_is_catalogued_once_and_names_the_same_places_in_every_language()
    {
        Assert.Equal(KernelProblems.All.Count, KernelProblems.All.Select(kind => kind.Code).Distinct().Count());
        foreach (var kind in KernelProblems.All)
        {
            var places = Enum.GetValues<Language>().Select(language => string.Join(',', Places(kind.Sentence[language])));
            Assert.Single(places.Distinct());
        }
    }

    static IEnumerable<string> Places(string sentence) =>
        sentence.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Order(StringComparer.Ordinal);
}
