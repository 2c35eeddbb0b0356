using System.Text.Json;

namespace Belfry.Kernel;

sealed record RaisedEvent(Guid Id, string Kind, string Subject, Guid Organisation, DateTimeOffset At, string Body, IReadOnlyList<string> Handlers);

/// <summary>Who handles what. Filled while the program is put together, then read only.</summary>
public sealed class EventRegister(Clock clock)
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    readonly Dictionary<string, List<Handler>> byKind = [];
    readonly Dictionary<string, SemaphoreSlim> bells = [];

    internal sealed record Handler(string Name, string Database, Func<Change, string, Task<Result<Done>>> RunAsync);

    /// <param name="name">Of the handler, unique: <c>alerting.close-drafts</c>. Deliveries owed to it are kept under this name.</param>
    /// <param name="database">In whose change it runs; when that is not the event's own database, an inbox there makes a second run harmless.</param>
    /// <param name="handle">Runs after the commit that raised the event, in its own change, perhaps more than once after a crash but never twice with effect.</param>
    public void On<T>(string name, string database, Func<Change, T, Task<Result<Done>>> handle)
        where T : IEvent
    {
        if (byKind.Values.SelectMany(list => list).Any(handler => handler.Name == name))
        {
            throw new ArgumentException($"Two handlers are called {name}.");
        }

        if (!byKind.TryGetValue(T.Kind, out var handlers))
        {
            byKind[T.Kind] = handlers = [];
        }

        handlers.Add(new Handler(name, database, (change, body) => handle(change, Read<T>(body))));
    }

    internal IEnumerable<Handler> All => byKind.Values.SelectMany(list => list);

    internal Handler? Find(string name) => All.FirstOrDefault(handler => handler.Name == name);

    internal RaisedEvent Describe<T>(string subject, T happened, Guid organisation, DateTimeOffset at)
        where T : IEvent =>
        new(clock.NewGuid(), T.Kind, subject, organisation, at, JsonSerializer.Serialize(happened, Json),
            byKind.TryGetValue(T.Kind, out var handlers) ? [.. handlers.Select(handler => handler.Name)] : []);

    internal SemaphoreSlim BellOf(string database)
    {
        lock (bells)
        {
            return bells.TryGetValue(database, out var bell) ? bell : bells[database] = new SemaphoreSlim(0);
        }
    }

    // A hint only: the pump also looks by itself.
    internal void Wake(string database, bool raisedAny)
    {
        if (raisedAny)
        {
            BellOf(database).Release();
        }
    }

    static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, Json) ?? throw new JsonException("An event without a body.");
}
