using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>An answer that follows its question.</summary>
[TestClass]
public sealed class FollowingRunTests
{
    private string? _asked = "a";
    private int _worked;

    [TestMethod]
    public async Task The_answer_is_that_of_the_question_as_it_is_and_is_worked_out_once()
    {
        using FollowingRun<string, string> run = Run((question, _) => question + "!");
        await run.FollowAsync();
        await run.FollowAsync();
        run.Answer.Should().Be("a!");
        _worked.Should().Be(1);
        _asked = "b";
        run.Answer.Should().BeNull("that question is not answered yet");
        run.Last.Should().Be("a!");
        await run.FollowAsync();
        run.Answer.Should().Be("b!");
        _asked = null;
        run.Answer.Should().BeNull();
        await run.FollowAsync();
        _worked.Should().Be(2);
    }

    [TestMethod]
    public async Task What_is_no_longer_asked_is_stopped_and_the_newest_worked_out()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using FollowingRun<string, string> run = Run((question, stop) =>
        {
            if (question == "a")
            {
                begun.TrySetResult();
                stop.WaitHandle.WaitOne();
                stop.ThrowIfCancellationRequested();
            }

            return question + "!";
        });
        Task following = run.FollowAsync();
        await begun.Task;
        _asked = "b";
        await run.FollowAsync();
        await following;
        run.Answer.Should().Be("b!");
        run.Run.WasStopped.Should().BeFalse("nobody has stopped it");
    }

    [TestMethod]
    public async Task What_the_planner_stopped_is_not_begun_again_by_itself()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool waits = true;
        using FollowingRun<string, string> run = Run((question, stop) =>
        {
            begun.TrySetResult();
            if (waits)
                stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
            return question + "!";
        });
        Task following = run.FollowAsync();
        await begun.Task;
        run.Run.Cancel();
        await following;
        run.Run.WasStopped.Should().BeTrue();
        waits = false;
        await run.FollowAsync();
        run.Answer.Should().BeNull();
        await run.AgainAsync();
        run.Answer.Should().Be("a!");
    }

    [TestMethod]
    public async Task What_cannot_be_answered_is_said_and_not_tried_again_until_something_else_is_asked()
    {
        using FollowingRun<string, string> run = Run((question, _) => question == "a" ? throw new ArgumentException("Not that.", nameof(question)) : question + "!");
        await run.FollowAsync();
        await run.FollowAsync();
        run.Run.Fault.Should().Be("Not that.");
        _worked.Should().Be(1);
        _asked = "b";
        await run.FollowAsync();
        run.Answer.Should().Be("b!");
        run.Run.Fault.Should().BeEmpty();
    }

    private FollowingRun<string, string> Run(Func<string, CancellationToken, string> work) => new(
        () => Task.CompletedTask,
        () => _asked,
        (question, _, stop) =>
        {
            Interlocked.Increment(ref _worked);
            return work(question, stop);
        });
}
