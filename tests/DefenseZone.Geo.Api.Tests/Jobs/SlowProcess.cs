using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Tests.Jobs;

/// <summary>A process that a test lets go on when it wants to.</summary>
internal sealed class SlowProcess() : PlanProcess("slow", "Slow", "Waits until it is let go on.")
{
    private static readonly ProcessInput<string> Ending = InputKinds.Word("ending", "Ending", "How it ends.", ["well", "problem", "crash", "large", "huge", "too-large"], "well");

    private readonly Channel<bool> _mayEnd = Channel.CreateUnbounded<bool>();

    /// <summary>How many are being answered.</summary>
    public int Running => _running;

    /// <summary>How often work was stopped.</summary>
    public int Stopped => _stopped;

    /// <summary>How many have been answered, for better or worse.</summary>
    public int Ended => _ended;

    private int _ended;
    private int _running;
    private int _stopped;

    public override ImmutableArray<ProcessInput> Inputs => [Ending];

    /// <summary>Lets as many end.</summary>
    public void LetEnd(int count = 1)
    {
        for (int i = 0; i < count; i++)
            _mayEnd.Writer.TryWrite(true);
    }

    public override Question Read(InputValues values, Plan plan)
    {
        string ending = values.Of(Ending);
        return run =>
        {
            Interlocked.Increment(ref _running);
            try
            {
                run.Progress?.Report(new RunProgress(0.4, "At work"));
                run.Progress?.Report(new RunProgress(0.3));
                _mayEnd.Reader.ReadAsync(run.Cancellation).AsTask().GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _stopped);
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref _running);
                Interlocked.Increment(ref _ended);
            }

            return ending switch
            {
                "problem" => throw RequestProblem.BadRequest("/inputs/ending", "The ending is bad.", "Ask for another."),
                "crash" => throw new InvalidOperationException("secret"),
                _ => new ProcessResult(json => Write(json, plan.Name, ending)) { Summary = "It ended well." },
            };
        };
    }

    // More than any buffer between server and client holds, and more than an answer may have.
    private static int Megabytes(string ending) => ending switch
    {
        "huge" => 14,
        "too-large" => 17,
        _ => 0,
    };

    private static void Write(Utf8JsonWriter json, string name, string ending)
    {
        json.WriteStartObject();
        json.WriteString("plan", name);
        if (ending == "large")
            json.WriteString("text", new string('x', 5000));
        for (int i = 0; i < Megabytes(ending); i++)
            json.WriteString($"text{i}", new string('x', 1 << 20));
        json.WriteEndObject();
    }
}
