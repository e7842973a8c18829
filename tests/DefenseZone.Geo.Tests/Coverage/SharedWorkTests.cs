using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class SharedWorkTests
{
    [TestMethod]
    public void Every_turn_is_done_once()
    {
        foreach (int turns in (int[])[0, 1, 2, 7, 1000])
        {
            var done = new int[turns];
            SharedWork.Do(turns, turn => Interlocked.Increment(ref done[turn]));
            done.Should().AllBeEquivalentTo(1);

            var items = new int[turns];
            SharedWork.Do(turns, 64, item => Interlocked.Increment(ref items[item]));
            items.Should().AllBeEquivalentTo(1);
        }
    }

    [TestMethod]
    public void What_goes_wrong_in_a_turn_is_thrown_as_itself_once_all_have_stopped()
    {
        Action work = () => SharedWork.Do(100, turn =>
        {
            if (turn == 40)
                throw new OperationCanceledException("stop");
        });
        work.Should().ThrowExactly<OperationCanceledException>().WithMessage("stop");
    }

    [TestMethod]
    public void Work_may_be_shared_out_within_shared_work()
    {
        int sum = 0;
        SharedWork.Do(8, _ => SharedWork.Do(50, turn => Interlocked.Add(ref sum, turn)));
        sum.Should().Be(8 * 49 * 25);
    }
}
