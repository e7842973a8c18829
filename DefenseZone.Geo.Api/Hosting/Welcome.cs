using System.Collections.Immutable;
using DefenseZone.Geo.Api.Tiles;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>Says where the service is and what it has, as soon as it listens; then reads the plans, so that the first to ask need not wait.</summary>
internal sealed partial class Welcome(
    IServer server, IHostApplicationLifetime lifetime, IPlanCatalog catalog, TerrainOverviews overviews, ApiSettings settings, ILogger<Welcome> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        if (await Task.WhenAny(started.Task, Task.Delay(Timeout.Infinite, stoppingToken)) != started.Task)
            return;

        ICollection<string> addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string where = string.Join(", ", addresses);
        ImmutableArray<PlanSummary> plans = catalog.Plans;
        Ready(log, where, plans.Length, settings.PlansFolder);
        foreach (PlanSummary plan in plans)
        {
            try
            {
                Tell(await catalog.Open(plan.Name, stoppingToken));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlanNotFoundException)
            {
                // Whoever asks for the plan is told the same; the others are served.
                Unreadable(log, plan.Name, e.Message);
            }
        }
    }

    private void Tell(PlanSnapshot plan)
    {
        if (plan.HasErrors)
        {
            Broken(log, plan.Name, plan.Problems.Length + plan.OmittedProblems);
            foreach (PlanProblem problem in plan.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Take(10))
                Problem(log, problem);
        }
        else
        {
            Read(log, plan.Name, plan.Version, plan.Problems.Length + plan.OmittedProblems);
            _ = overviews.Build(ElevationSurface.Of(plan.Plan));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "DefenseZone.Geo is at {Addresses} with {Count} plan(s) from {Folder}")]
    private static partial void Ready(ILogger logger, string addresses, int count, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plan {Name} is read: version {Version}, {Warnings} warning(s)")]
    private static partial void Read(ILogger logger, string name, string version, int warnings);

    [LoggerMessage(Level = LogLevel.Error, Message = "Plan {Name} is not served: {Count} problem(s)")]
    private static partial void Broken(ILogger logger, string name, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Plan {Name} cannot be read: {Reason}")]
    private static partial void Unreadable(ILogger logger, string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}")]
    private static partial void Problem(ILogger logger, PlanProblem problem);
}
