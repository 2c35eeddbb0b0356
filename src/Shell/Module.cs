using Belfry.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Belfry.Shell;

/// <summary>A room as the program lists it. Nothing is found by scanning: Program.cs names every module, in reference order.</summary>
public abstract class Module
{
    /// <summary>As its folder is named.</summary>
    public abstract string Name { get; }

    /// <summary>Its rows of the permission table.</summary>
    public virtual IReadOnlyList<Allowance> Permissions => [];

    /// <summary>Every refusal it can give.</summary>
    public virtual IReadOnlyList<ProblemKind> Problems => [];

    /// <summary>What it offers to navigation, palette and map.</summary>
    public virtual IReadOnlyList<OfferedAction> Actions => [];

    /// <summary>Its numbered scripts.</summary>
    public MigrationSource Scripts => new(Name, GetType().Assembly);

    public virtual void AddServices(IServiceCollection services, Instance instance)
    {
    }

    /// <summary>Its handlers of what happened in the rooms below. Called once, after the services stand.</summary>
    public virtual void AddEvents(EventRegister events, IServiceProvider services)
    {
    }

    public virtual void Map(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Runs once at every start, before the first request: rows that must be there. Must be harmless when run again.</summary>
    public virtual Task PrepareAsync(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}
