using DefenseZone.Geo.Api.Hosting;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Work;

namespace DefenseZone.Geo.Api.Tests.Work;

/// <summary>Who has his turn when. Nothing here is timed: turns are given while an order is taken or a permit is given back.</summary>
[TestClass]
public sealed class WorkQueueTests
{
    private static readonly WorkOrder Quick = new("a", WorkClass.Quick);
    private static readonly WorkOrder Long = new("a", WorkClass.Long);
    private static readonly WorkOrder LongJob = Long with { IsJob = true };

    [TestMethod]
    public void Long_work_leaves_slots_for_quick_work_however_much_of_it_waits()
    {
        WorkQueue queue = Queue(new() { Waited = 4, LongWaited = 2 });
        Task<WorkPermit>[] longs = [.. Enumerable.Range(0, 20).Select(_ => Enter(queue, Long))];
        longs.Count(turn => turn.IsCompletedSuccessfully).Should().Be(2);
        Task<WorkPermit>[] quick = [.. Enumerable.Range(0, 3).Select(_ => Enter(queue, Quick))];
        quick.Select(turn => turn.IsCompletedSuccessfully).Should().Equal(true, true, false);
    }

    [TestMethod]
    public async Task The_last_free_slot_is_kept_for_long_work_that_waits_while_none_runs()
    {
        WorkQueue queue = Queue(new() { Waited = 3, LongWaited = 1 });
        WorkPermit first = await Enter(queue, Long);
        WorkPermit[] quick = [await Enter(queue, Quick), await Enter(queue, Quick)];
        Task<WorkPermit> nextLong = Enter(queue, Long), nextQuick = Enter(queue, Quick);
        first.Dispose();
        (await nextLong).Should().NotBeNull("quick work that came before it does not take its slot");
        nextQuick.IsCompleted.Should().BeFalse();
        quick[0].Dispose();
        await nextQuick;
    }

    [TestMethod]
    public async Task A_client_with_little_running_goes_before_one_with_much()
    {
        WorkQueue queue = Queue(new() { Waited = 2, LongWaited = 2 });
        WorkPermit[] running = [await Enter(queue, Quick), await Enter(queue, Quick)];
        Task<WorkPermit>[] more = [.. Enumerable.Range(0, 5).Select(_ => Enter(queue, Quick))];
        Task<WorkPermit> other = Enter(queue, Quick with { Client = "b" });
        running[0].Dispose();
        await other;
        more.Should().OnlyContain(turn => !turn.IsCompleted);
    }

    [TestMethod]
    public async Task With_one_slot_the_order_of_arrival_holds()
    {
        WorkQueue queue = Queue(new() { Waited = 1, LongWaited = 1 });
        WorkPermit running = await Enter(queue, Quick);
        Task<WorkPermit> first = Enter(queue, Long), second = Enter(queue, Quick);
        running.Dispose();
        (await first).Dispose();
        await second;
    }

    [TestMethod]
    public void Long_jobs_have_slots_of_their_own_and_keep_no_quick_job_waiting()
    {
        WorkQueue queue = Queue(new() { Waited = 2, LongWaited = 1, RunningJobs = 1 });
        Enter(queue, LongJob).IsCompleted.Should().BeTrue();
        Enter(queue, LongJob).IsCompleted.Should().BeFalse();
        Enter(queue, Quick with { IsJob = true }).IsCompleted.Should().BeTrue();
        Enter(queue, Long).IsCompleted.Should().BeTrue();
    }

    [TestMethod]
    public async Task Who_gives_up_his_place_makes_room_and_leaves_the_others_theirs()
    {
        WorkQueue queue = Queue(new() { Waited = 1, LongWaited = 1, QueuedWaited = 1 });
        WorkPermit running = await Enter(queue, Quick);
        using var gone = new CancellationTokenSource();
        Task<WorkPermit> leaving = queue.Enter(Quick, Timeout.InfiniteTimeSpan, gone.Token);
        Enter(queue, Quick).IsFaulted.Should().BeTrue("one may wait");
        await gone.CancelAsync();
        await leaving.Invoking(turn => turn).Should().ThrowAsync<OperationCanceledException>();
        queue.Waiting.Should().Be(0);
        Task<WorkPermit> next = Enter(queue, Quick);
        running.Dispose();
        running.Dispose();
        (await next).Dispose();
        queue.Running.Should().Be(0);
    }

    [TestMethod]
    public async Task Where_all_places_are_taken_the_greediest_client_gives_one_to_another()
    {
        WorkQueue queue = Queue(new() { Waited = 1, LongWaited = 1, QueuedWaited = 3 });
        WorkPermit running = await Enter(queue, Quick);
        Task<WorkPermit>[] greedy = [.. Enumerable.Range(0, 3).Select(_ => Enter(queue, Quick))];
        Task<WorkPermit> other = Enter(queue, Quick with { Client = "b" });
        (await greedy[2].Invoking(turn => turn).Should().ThrowAsync<RequestProblem>()).Which.Status.Should().Be(503);
        Enter(queue, Quick).IsFaulted.Should().BeTrue();
        running.Dispose();
        (await greedy[0]).Dispose();
        (await greedy[1]).Dispose();
        (await other).Dispose();
    }

    [TestMethod]
    public async Task A_turn_that_does_not_come_in_time_is_told_with_when_to_come_again()
    {
        WorkQueue queue = Queue(new() { Waited = 1, LongWaited = 1 });
        using WorkPermit running = await Enter(queue, Quick);
        Task<WorkPermit> late = queue.Enter(Quick, TimeSpan.FromMilliseconds(1), CancellationToken.None);
        RequestProblem problem = (await late.Invoking(turn => turn).Should().ThrowAsync<RequestProblem>()).Which;
        problem.RetryAfterSeconds.Should().BePositive();
        queue.Waiting.Should().Be(0);
    }

    private static WorkQueue Queue(ExecutionSettings limits) => new(new ApiSettings { PlansFolder = string.Empty, Execution = limits });

    // What is refused at once is told as what is refused later.
    private static Task<WorkPermit> Enter(WorkQueue queue, WorkOrder order)
    {
        try
        {
            return queue.Enter(order, Timeout.InfiniteTimeSpan, CancellationToken.None);
        }
        catch (RequestProblem problem)
        {
            return Task.FromException<WorkPermit>(problem);
        }
    }
}
