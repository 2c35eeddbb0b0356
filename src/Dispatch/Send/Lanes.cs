using Belfry.Dispatch.Storage;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Dispatch.Send;

/// <summary>
/// What one route has in its hands: claimed deliveries by dispatch, and which dispatch goes next. Danger to life goes before official,
/// official before tests, strictly; within a class organisations take turns, so that 204 municipalities that test at once share the route.
/// </summary>
sealed class Lanes(ChannelKind channel)
{
    readonly Dictionary<Guid, Lane> lanes = [];
    readonly Dictionary<Guid, Lane> held = [];
    readonly Dictionary<Guid, long> turns = [];
    long turn;

    public sealed class Lane(DispatchStore.Row dispatch, IReadOnlyDictionary<Language, DispatchStore.Text> texts)
    {
        public DispatchStore.Row Dispatch { get; set; } = dispatch;

        public IReadOnlyDictionary<Language, DispatchStore.Text> Texts => texts;

        public Queue<DeliveryStore.Claimed> Waiting { get; } = new();

        /// <summary>Tried before, to be tried again from then on.</summary>
        public PriorityQueue<DeliveryStore.Claimed, DateTimeOffset> Later { get; } = new();

        /// <summary>The lane in the ledger had nothing more at the last look.</summary>
        public bool Drained { get; set; }
    }

    public IEnumerable<Lane> All => lanes.Values;

    public Lane? Find(Guid dispatch) => lanes.GetValueOrDefault(dispatch);

    /// <summary>Brings the list up to date: new dispatches in, ended ones out (what was claimed of them is swept by the bookkeeper).</summary>
    public async Task RefreshAsync(Reading reading)
    {
        var rows = await DispatchStore.ActiveAsync(reading);
        var active = rows.Where(row => row.State is DispatchState.Freezing or DispatchState.Sending).ToDictionary(row => row.Id);
        foreach (var gone in lanes.Keys.Where(id => !active.ContainsKey(id)).ToList())
        {
            lanes.Remove(gone, out var lane);
            held[gone] = lane!; // what we have claimed of it goes when it is let go
        }

        foreach (var ended in held.Keys.Except(rows.Select(row => row.Id)).ToList())
        {
            held.Remove(ended);
        }

        foreach (var row in active.Values)
        {
            if (lanes.TryGetValue(row.Id, out var lane) || held.Remove(row.Id, out lane))
            {
                lane.Dispatch = row;
                lane.Drained = false;
                lanes[row.Id] = lane;
                continue;
            }

            var texts = (await DispatchStore.TextsAsync(reading, row.Id)).Where(text => text.Channel == channel).ToDictionary(text => text.Language);
            if (texts.Count > 0)
            {
                lanes[row.Id] = new Lane(row, texts);
            }
        }
    }

    /// <summary>The lane that goes next, with something to do; null when there is nothing.</summary>
    public Lane? Next(DateTimeOffset now)
    {
        Lane? best = null;
        foreach (var lane in lanes.Values)
        {
            if (HasWork(lane, now) && (best is null || Before(lane, best)))
            {
                best = lane;
            }
        }

        if (best is not null)
        {
            turns[best.Dispatch.Organisation] = ++turn;
        }

        return best;
    }

    static bool HasWork(Lane lane, DateTimeOffset now) =>
        lane.Waiting.Count > 0 || !lane.Drained || (lane.Later.TryPeek(out _, out var due) && due <= now);

    bool Before(Lane one, Lane other)
    {
        if (one.Dispatch.Class != other.Dispatch.Class)
        {
            return one.Dispatch.Class < other.Dispatch.Class;
        }

        var (mine, theirs) = (turns.GetValueOrDefault(one.Dispatch.Organisation), turns.GetValueOrDefault(other.Dispatch.Organisation));
        return mine != theirs ? mine < theirs : one.Dispatch.Opened < other.Dispatch.Opened;
    }
}
