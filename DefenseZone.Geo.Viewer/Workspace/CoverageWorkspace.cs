using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What of a workspace has changed.</summary>
[Flags]
public enum WorkspaceChange
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The answer, or that it is being worked out.</summary>
    Answer = 1,

    /// <summary>What is selected, or what was clicked.</summary>
    Selection = 2,

    /// <summary>Which layers are shown.</summary>
    Layers = 4,

    /// <summary>The stretch that the strip shows.</summary>
    Strip = 8,

    /// <summary>The language.</summary>
    Language = 16,

    /// <summary>Whether facilities can be moved.</summary>
    Editing = 32,
}

/// <summary>
/// One planner's work on the coverage of one plan: the question, the answer, what is selected and shown, and a
/// what-if that is never stored. Belongs to one circuit and is used from its dispatcher only; what is worked out
/// in the background comes back to it.
/// </summary>
public sealed class CoverageWorkspace : IDisposable
{
    private readonly Lazy<ImmutableArray<StripZoneRow>> _zoneRows;
    private CancellationTokenSource _working = new();
    private CoverageSession? _session;
    private bool _asked;
    private bool _solving;

    /// <summary>Begins with a plan and what the address says.</summary>
    public CoverageWorkspace(PlanSnapshot snapshot, ViewerAddress address, Language language)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(address);
        Snapshot = snapshot;
        Plan = snapshot.Plan;
        Question = address.Question;
        Selection = address.Selection;
        Hidden = address.Hidden;
        Language = language;
        Shapes = PlanShapes.Of(snapshot.Plan);
        Report = Question.Of(Plan).Solve();
        Pieces = BorderPieces.Of(Report);
        StripToMetres = Report.BorderMetres;
        _zoneRows = new Lazy<ImmutableArray<StripZoneRow>>(() => StripContents.ZoneRows(Report));
    }

    /// <summary>Told of each change: whoever shows the workspace.</summary>
    public Func<WorkspaceChange, Task> Changed { get; set; } = _ => Task.CompletedTask;

    /// <summary>The plan as it is stored.</summary>
    public PlanSnapshot Snapshot { get; }

    /// <summary>The plan as it is looked at: as stored, or with facilities moved.</summary>
    public Plan Plan { get; private set; }

    /// <summary>The shapes of the plan.</summary>
    public PlanShapes Shapes { get; }

    /// <summary>The question.</summary>
    public CoverageQuestion Question { get; private set; }

    /// <summary>The answer; while another is worked out, the one before.</summary>
    public CoverageReport Report { get; private set; }

    /// <summary>The border of the answer, ready to be drawn.</summary>
    public ImmutableArray<BorderPiece> Pieces { get; private set; }

    /// <summary>How long the answer took; none for the first, which came with the page.</summary>
    public TimeSpan? Took { get; private set; }

    /// <summary>True while an answer is worked out.</summary>
    public bool IsComputing { get; private set; }

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress { get; private set; }

    /// <summary>What is selected.</summary>
    public Selection Selection { get; private set; }

    /// <summary>What was clicked on the map; none when nothing was, or it was closed.</summary>
    internal UnderPointer? Clicked { get; private set; }

    /// <summary>The hidden layers.</summary>
    public ImmutableSortedSet<string> Hidden { get; private set; }

    /// <summary>The reader's language.</summary>
    public Language Language { get; private set; }

    /// <summary>The texts in it.</summary>
    public ViewerTexts Texts => Language.Texts();

    /// <summary>Numbers in it.</summary>
    public Quantities Quantities => Quantities.In(Language);

    /// <summary>Whether facilities can be moved.</summary>
    public bool IsEditing { get; private set; }

    /// <summary>The facilities that stand elsewhere than in the stored plan, by layer and id.</summary>
    public ImmutableHashSet<(FacilityKind Kind, FeatureId Id)> Moved { get; private set; } = [];

    /// <summary>The first chainage that the strip shows.</summary>
    public double StripFromMetres { get; private set; }

    /// <summary>The last chainage that the strip shows.</summary>
    public double StripToMetres { get; private set; }

    /// <summary>True where the strip shows a part of the border only.</summary>
    public bool IsStripZoomed => StripToMetres - StripFromMetres < Report.BorderMetres - 1;

    /// <summary>The zones along the border, by level; they do not depend on the question.</summary>
    public ImmutableArray<StripZoneRow> ZoneRows => _zoneRows.Value;

    /// <summary>Asks another question.</summary>
    public Task AskAsync(CoverageQuestion question)
    {
        if (question.Equals(Question))
            return Task.CompletedTask;
        Question = question;
        return SolveAsync();
    }

    /// <summary>Stops the work, and takes the question back to that of the answer at hand.</summary>
    public void Cancel() => _working.Cancel();

    /// <summary>Selects something, or nothing.</summary>
    public Task SelectAsync(Selection selection)
    {
        Selection = selection;
        Clicked = null;
        return Tell(WorkspaceChange.Selection);
    }

    /// <summary>Selects a feature, and shows its properties.</summary>
    public Task ShowAsync(PlanFeature feature)
    {
        Selection = Selection.Of(feature);
        Coordinate at = feature is Facility facility ? facility.Location : feature.Geometry.InteriorPoint.Coordinate;
        Clicked = new UnderPointer(new GeoPoint(at.X, at.Y), null, null, [feature]);
        return Tell(WorkspaceChange.Selection);
    }

    /// <summary>Shows or hides a layer.</summary>
    public Task ToggleAsync(string layerKey)
    {
        ImmutableSortedSet<string> without = Hidden.Remove(layerKey);
        Hidden = ReferenceEquals(without, Hidden) ? Hidden.Add(layerKey) : without;
        return Tell(WorkspaceChange.Layers);
    }

    /// <summary>Speaks another language.</summary>
    public Task SpeakAsync(Language language)
    {
        Language = language;
        return Tell(WorkspaceChange.Language | WorkspaceChange.Answer);
    }

    /// <summary>Lets facilities be moved, or not.</summary>
    public Task EditAsync(bool editing)
    {
        IsEditing = editing;
        return Tell(WorkspaceChange.Editing);
    }

    /// <summary>Makes the strip show a stretch; brought within the border, and to ten metres at least.</summary>
    public Task ZoomStripAsync(double fromMetres, double toMetres)
    {
        double middle = (fromMetres + toMetres) / 2, half = Math.Max(5, (toMetres - fromMetres) / 2);
        StripFromMetres = Math.Clamp(middle - half, 0, Math.Max(0, Report.BorderMetres - (2 * half)));
        StripToMetres = Math.Min(Report.BorderMetres, StripFromMetres + (2 * half));
        return Tell(WorkspaceChange.Strip);
    }

    /// <summary>The facility of the plan with an index.</summary>
    public Facility? FacilityAt(int index) => index >= 0 && index < Plan.Facilities.Length ? Plan.Facilities[index] : null;

    /// <summary>Puts a facility elsewhere: only it is counted anew.</summary>
    public Task MoveAsync(Facility facility, GeoPoint place)
    {
        ArgumentNullException.ThrowIfNull(facility);
        if (_session is null || !ReferenceEquals(_session.Plan, Plan) || _session.Problem != Report.Problem)
            _session = new CoverageSession(Question.Of(Plan));
        Facility moved = facility with { Geometry = Translated(facility, place) };
        var clock = Stopwatch.StartNew();
        _session.Set(moved);
        Took = null;
        Plan = _session.Plan;
        Moved = Moved.Add((facility.Kind, facility.Id));
        Take(_session.Report(), clock.Elapsed);
        if (Clicked is { } clicked && clicked.Features.Any(Selection.Is) && Selection.Is(moved))
            Clicked = clicked with { Place = place, Features = [.. clicked.Features.Select(feature => Selection.Is(feature) ? moved : feature)] };
        return Tell(WorkspaceChange.Answer | WorkspaceChange.Selection);
    }

    /// <summary>Takes the what-if back: the plan is as it is stored.</summary>
    public Task ForgetMovesAsync()
    {
        Plan = Snapshot.Plan;
        Moved = [];
        _session = null;
        Clicked = null;
        return SolveAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _working.Cancel();
        _working.Dispose();
    }

    internal Task ClickAsync(UnderPointer clicked, Selection selection)
    {
        Clicked = clicked;
        Selection = selection;
        return Tell(WorkspaceChange.Selection);
    }

    private static Geometry Translated(Facility facility, GeoPoint place)
    {
        Coordinate from = facility.Location;
        Geometry geometry = facility.Geometry.Copy();
        geometry.Apply(new NetTopologySuite.Geometries.Utilities.AffineTransformation()
            .Translate(place.LongitudeDegrees - from.X, place.LatitudeDegrees - from.Y));
        geometry.GeometryChanged();
        return geometry;
    }

    // The newest question is answered next; what was asked while another was worked out and is stale by then is skipped.
    private async Task SolveAsync()
    {
        _asked = true;
        if (_solving)
            return;
        _solving = true;
        try
        {
            while (_asked)
            {
                _asked = false;
                await SolveOnceAsync();
            }
        }
        finally
        {
            _solving = false;
        }
    }

    private async Task SolveOnceAsync()
    {
        CoverageProblem problem = Question.Of(Plan);
        IsComputing = true;
        Progress = 0;
        await Tell(WorkspaceChange.None);
        var clock = Stopwatch.StartNew();
        var progress = new Progress<double>(share =>
        {
            Progress = share;
            _ = Tell(WorkspaceChange.None);
        });
        try
        {
            CoverageReport report = await Task.Run(() => problem.Solve(progress, _working.Token), _working.Token);
            TimeSpan took = clock.Elapsed;
            await Task.Run(() => _ = report.Gaps);
            Take(report, took);
        }
        catch (OperationCanceledException)
        {
            _working.Dispose();
            _working = new CancellationTokenSource();
            Question = Question with
            {
                Kinds = Report.Problem.Facilities.Kinds,
                Statuses = Report.Problem.Facilities.Statuses,
                Year = Report.Problem.Facilities.Year,
                RadiusMetres = (Report.Problem.Model as RadiusCoverage)?.RadiusMetres,
                RequiredDepth = Report.Problem.RequiredDepth,
                MinimumGapMetres = Report.Problem.MinimumGapMetres,
            };
            _asked = false;
        }

        IsComputing = false;
        await Tell(WorkspaceChange.Answer | WorkspaceChange.Selection);
    }

    private void Take(CoverageReport report, TimeSpan took)
    {
        Report = report;
        Took = took;
        Pieces = BorderPieces.Of(report);

        // Gaps are numbered along the border: under another question the number means another gap.
        if (Selection.GapNumber > 0)
            Selection = Selection.Nothing;
    }

    private Task Tell(WorkspaceChange change) => Changed(change);
}
