using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Tiles;

/// <summary>
/// Builds the overviews of terrains in the background, one terrain at a time on one thread: when a plan is read, or first
/// asked for. Those of a terrain that has not changed are taken over by the next version of its plan.
/// </summary>
internal partial class TerrainOverviews(IHostApplicationLifetime lifetime, ILogger<TerrainOverviews> log)
{
    private readonly ConditionalWeakTable<ElevationSurface, Lazy<Task>> _builds = [];
    private readonly ConcurrentDictionary<string, WeakReference<ElevationSurface>> _built = new(StringComparer.Ordinal);
    private readonly Lock _oneAtATime = new();

    /// <summary>Builds the overviews of a terrain, where that has not begun: the task ends when they are there, or cannot be.</summary>
    public virtual Task Build(ElevationSurface terrain) => _builds.GetValue(terrain, surface => new Lazy<Task>(() => Task.Factory.StartNew(
        () => BuildNow(surface), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).Value;

    private void BuildNow(ElevationSurface terrain)
    {
        lock (_oneAtATime)
        {
            try
            {
                bool isTaken = _built.TryGetValue(terrain.Identity, out WeakReference<ElevationSurface>? last)
                    && last.TryGetTarget(out ElevationSurface? same) && terrain.TakeOverviews(same);
                if (!isTaken)
                    terrain.BuildOverviews(cancellationToken: lifetime.ApplicationStopping);
            }
            catch (TerrainException e)
            {
                // Whoever asks for a tile is told the same.
                Failed(log, e.Message);
                throw;
            }

            _built[terrain.Identity] = new WeakReference<ElevationSurface>(terrain);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Overviews of a terrain cannot be built: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
