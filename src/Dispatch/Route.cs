namespace Belfry.Dispatch;

/// <summary>A route as the program sets it up: its pace, and how its carrier is opened when the workers start.</summary>
public sealed record Route(RouteSettings Settings, Func<IServiceProvider, ICarrier> Open);
