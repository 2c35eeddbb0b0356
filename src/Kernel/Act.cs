namespace Belfry.Kernel;

/// <summary>Who does what, and why: the heading of every change and of its audit entry.</summary>
/// <param name="What">The use case, verb and noun: <c>ApproveAlert</c>.</param>
/// <param name="Why">Purpose in the person's words, or the legal basis; empty where the use case states it by itself.</param>
/// <param name="Subject">What it is done to, as kind and id: <c>alert/0197…</c>; empty when there is none yet.</param>
public sealed record Act(Viewer Who, string What, string Why = "", string Subject = "");
