namespace Belfry.Kernel;

/// <summary>One text written in the four languages. None is empty: what cannot be said in a language is not said by half.</summary>
public sealed record LocalizedText
{
    public LocalizedText(string nl, string fr, string de, string en)
    {
        foreach (var text in (ReadOnlySpan<string>)[nl, fr, de, en])
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(text);
        }

        (Nl, Fr, De, En) = (nl, fr, de, en);
    }

    public string Nl { get; }

    public string Fr { get; }

    public string De { get; }

    public string En { get; }

    public string this[Language language] => language switch
    {
        Language.Nl => Nl,
        Language.Fr => Fr,
        Language.De => De,
        Language.En => En,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>A name that is the same in all four, such as a brand or a code.</summary>
    public static LocalizedText Same(string text) => new(text, text, text, text);

    public LocalizedText Map(Func<string, string> change) => new(change(Nl), change(Fr), change(De), change(En));
}
