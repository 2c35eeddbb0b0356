using System.Diagnostics.CodeAnalysis;

namespace Belfry.Kernel;

/// <summary>A value, or the problems that stood against it (never both, never neither). For expected refusals; a bug throws.</summary>
public readonly struct Result<T>
{
    readonly T? value;
    readonly IReadOnlyList<Problem>? problems;

    Result(T? value, IReadOnlyList<Problem>? problems) => (this.value, this.problems) = (value, problems);

    public bool Ok => problems is null;

    /// <exception cref="InvalidOperationException">There is none: the result is a refusal.</exception>
    public T Value => problems is null ? value! : throw new InvalidOperationException("Refused: " + string.Join("; ", problems));

    /// <summary>Empty when there is a value.</summary>
    public IReadOnlyList<Problem> Problems => problems ?? [];

    public bool TryGet([MaybeNullWhen(false)] out T found, out IReadOnlyList<Problem> refused)
    {
        (found, refused) = (value, Problems);
        return Ok;
    }

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Ok ? next(value!) : Result<TNext>.Refused(problems!);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);

    public static implicit operator Result<T>(ProblemKind problem) => new(default, [problem]);

    /// <param name="problems">At least one.</param>
    public static Result<T> Refused(IReadOnlyList<Problem> problems)
    {
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count);
        return new Result<T>(default, problems);
    }

    public override string ToString() => Ok ? $"{value}" : string.Join("; ", problems!);
}

/// <summary>The value of a command that has none.</summary>
public readonly record struct Done
{
    public static Done Value => default;
}
