using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// The form of a plan that people edit by hand: a folder with <c>plan.json</c> and a GeoJSON file a layer
/// (<c>border-segments.geojson</c> and so on; <c>docs/methods/plan-folder.md</c> has all of it).
/// </summary>
public static class PlanFolder
{
    /// <summary>The ending of a layer's file.</summary>
    public const string LayerExtension = ".geojson";

    /// <summary>Reads a plan and says all that is wrong with it. Bad content is reported, never thrown.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">What to read, and how closely to look.</param>
    /// <param name="progress">Is told how much of it is read, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PlanReading Read(
        string folder, PlanReadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new PlanFolderReading(folder, options ?? PlanReadOptions.Default, progress, cancellationToken).Read();
    }

    /// <summary>Reads a plan that has no errors.</summary>
    /// <inheritdoc cref="Read"/>
    /// <exception cref="PlanException">There are errors; it lists them, and the warnings too.</exception>
    public static Plan Open(
        string folder, PlanReadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Read(folder, options, progress, cancellationToken).ForUse();

    /// <summary>
    /// Writes a plan into a folder, which is made where there is none. All files are written beside their places
    /// first and moved there together; where that fails, the folder is as it was. Files that are no part of the
    /// plan stay as they are, and so do layers that the plan does not have, unless the options drop them.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which layers to drop.</param>
    /// <param name="cancellationToken">Stops the writing before anything is moved.</param>
    /// <exception cref="ArgumentException">A layer's name cannot be a file's name, or a feature cannot be written.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(Plan plan, string folder, PlanWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        new PlanFolderWriting(plan, folder, options ?? PlanWriteOptions.Default, cancellationToken).Write();
    }
}
