namespace DefenseZone.Geo.Api.Processes;

/// <summary>How far an answer has come.</summary>
/// <param name="Share">The share done, 0 to 1; none where that is not known.</param>
/// <param name="Message">What there is to say meanwhile; empty for nothing.</param>
internal readonly record struct RunProgress(double? Share, string Message = "");

/// <summary>What a question that is being answered knows of its surroundings.</summary>
/// <param name="Progress">Is told how far it has come; none where nobody watches.</param>
/// <param name="TimeLimit">How long it may take, after which it is stopped. What can answer with its best so far stops itself before.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record QuestionRun(IProgress<RunProgress>? Progress, TimeSpan TimeLimit, CancellationToken Cancellation)
{
    /// <summary>Progress that is only a share.</summary>
    public IProgress<double>? Share => Progress is { } progress ? new ShareProgress(progress) : null;

    private sealed class ShareProgress(IProgress<RunProgress> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new RunProgress(value));
    }
}
