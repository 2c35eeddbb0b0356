namespace Belfry.Kernel;

/// <summary>Something that happened, told upward. Stored until every handler is done, so its shape is versioned by its kind.</summary>
public interface IEvent
{
    /// <summary>Name in storage, with a version: <c>incidents.opened/1</c>. Never reused for another shape.</summary>
    static abstract string Kind { get; }
}
