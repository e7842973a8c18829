namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>An answer, and the question that it answers.</summary>
/// <typeparam name="TQuestion">The question, compared by value.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record Answered<TQuestion, TAnswer>(TQuestion Question, TAnswer Answer);

/// <summary>
/// Keeps an answer that of the newest question: what is no longer asked is not worked out to its end, and what was
/// stopped by the planner, or cannot be answered, is not begun again by itself. Used from the circuit's dispatcher only.
/// </summary>
/// <typeparam name="TQuestion">The question, compared by value.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="changed">Told of each change of the work.</param>
/// <param name="wanted">The question as it is now; none where nothing is asked.</param>
/// <param name="work">Answers a question, beside the dispatcher.</param>
/// <param name="explain">What an exception says to the planner, besides that of an argument.</param>
public sealed class FollowingRun<TQuestion, TAnswer>(
    Func<Task> changed,
    Func<TQuestion?> wanted,
    Func<TQuestion, IProgress<double>, CancellationToken, TAnswer> work,
    Func<Exception, string?>? explain = null) : IDisposable
    where TQuestion : class
    where TAnswer : class
{
    private TQuestion? _underWay;
    private TQuestion? _givenUp;

    /// <summary>The work.</summary>
    public AnalysisRun<double, Answered<TQuestion, TAnswer>> Run { get; } = new(changed, share => share > 0 ? share : null, explain);

    /// <summary>The answer to the question as it is now; none where it is not worked out yet, or nothing is asked.</summary>
    public TAnswer? Answer => Run.Answer is { } last && last.Question.Equals(wanted()) ? last.Answer : null;

    /// <summary>The last answer, whatever it answers; none before the first.</summary>
    public TAnswer? Last => Run.Answer?.Answer;

    /// <summary>Works out what is asked, unless that has been done; of questions that come meanwhile, the last.</summary>
    public async Task FollowAsync()
    {
        if (_underWay is not null)
        {
            if (!_underWay.Equals(wanted()))
                Run.Supersede();
            return;
        }

        while (wanted() is { } question && Answer is null && !question.Equals(_givenUp))
        {
            _underWay = question;
            try
            {
                await Run.StartAsync((progress, stop) => new Answered<TQuestion, TAnswer>(question, work(question, progress, stop)));
            }
            finally
            {
                _underWay = null;
            }

            _givenUp = Run.WasStopped || Run.Fault.Length > 0 ? question : null;
        }
    }

    /// <summary>Works out what is asked, also where it was stopped or had come to nothing.</summary>
    public Task AgainAsync()
    {
        _givenUp = null;
        return FollowAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => Run.Dispose();
}
