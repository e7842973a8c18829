using System.Buffers;
using DefenseZone.Geo.Api.Work;

namespace DefenseZone.Geo.Api.Tests.Work;

[TestClass]
public sealed class AnswerBufferTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(65_536)]
    [DataRow(65_537)]
    [DataRow(1_000_000)]
    public void What_was_written_comes_out_as_it_was(int length)
    {
        byte[] text = new byte[length];
        new Random(1).NextBytes(text);
        var answer = new AnswerBuffer(length);
        for (int at = 0; at < length; at += 1000)
            answer.Write(text.AsSpan(at, Math.Min(1000, length - at)));
        answer.Length.Should().Be(length);
        answer.Pieces.SelectMany(piece => piece.ToArray()).Should().Equal(text);
        answer.TakePieces().SelectMany(piece => piece.ToArray()).Should().Equal(text);
    }

    [TestMethod]
    public void One_byte_more_than_may_be_is_too_much()
    {
        var answer = new AnswerBuffer(100_000);
        answer.Write(new byte[100_000]);
        answer.Invoking(full => full.Write(new byte[1])).Should().Throw<LimitReachedException>();
    }

    [TestMethod]
    public void What_is_asked_for_at_once_is_held_to_the_limit_too()
    {
        var answer = new AnswerBuffer(1 << 20);
        answer.Invoking(full => full.GetMemory(int.MaxValue)).Should().Throw<LimitReachedException>();
    }
}
