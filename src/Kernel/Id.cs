namespace Belfry.Kernel;

/// <summary>Identity of one <typeparamref name="T"/>: a UUIDv7. Not an order: two ids of one millisecond sort either way.</summary>
public readonly record struct Id<T>(Guid Value)
{
    public static Id<T> New(Clock clock) => new(clock.NewGuid());

    /// <summary>The id written in <paramref name="text"/> (36 characters, any case), or null when it is not one.</summary>
    public static Id<T>? TryParse(string? text) =>
        Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty ? new Id<T>(value) : null;

    public override string ToString() => Value.ToString("D");
}
