using System.Globalization;

namespace Belfry.Kernel;

/// <summary>One entry of the catalogue of refusals: a code that is never reused and the sentence a user reads, with {name} places.</summary>
/// <param name="Code">Prefix of the module and a number: <c>ALERT-012</c>.</param>
/// <param name="Status">HTTP status that carries it: 400 unreadable, 403 not allowed, 404 unknown, 409 changed meanwhile, 422 refused.</param>
/// <param name="Sentence">What happened and what to do.</param>
public sealed record ProblemKind(string Code, int Status, LocalizedText Sentence)
{
    public Problem At(string field, params ReadOnlySpan<(string Name, object Value)> values) => Create(field, values);

    public Problem With(params ReadOnlySpan<(string Name, object Value)> values) => Create(null, values);

    public static implicit operator Problem(ProblemKind kind) => kind.Create(null, []);

    public Problem ToProblem() => this;

    Problem Create(string? field, ReadOnlySpan<(string Name, object Value)> values)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            texts[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        return new Problem(this, field, texts);
    }
}

/// <summary>A refusal as it happened: which kind, where, with what.</summary>
/// <param name="Field">Path of the field it concerns, as the form and the API name it; null when it concerns the whole.</param>
public sealed record Problem(ProblemKind Kind, string? Field, IReadOnlyDictionary<string, string> Values)
{
    public string Code => Kind.Code;

    public int Status => Kind.Status;

    public string In(Language language)
    {
        var text = Kind.Sentence[language];
        foreach (var (name, value) in Values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }

    public override string ToString() => Field is null ? $"{Code} {In(Language.En)}" : $"{Code} {Field}: {In(Language.En)}";
}
