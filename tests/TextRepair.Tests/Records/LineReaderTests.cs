using System.Text;
using CsCheck;
using TextRepair.Records;

namespace TextRepair.Tests.Records;

public class LineReaderTests
{
    [Fact]
    public void The_lines_put_together_are_the_stream() => Gen.Select(
        Gen.OneOfConst("a", "\n", "\r\n", "中文", "xxxxxxxx").Array[0, 40], Gen.Int[1, 7]).Sample((pieces, step) =>
    {
        string text = string.Concat(pieces);
        string[] lines = [.. Read(text, step, 1000).Select(line => line.Text)];
        return string.Concat(lines) == text && lines.SkipLast(1).All(line => line.IndexOf('\n', StringComparison.Ordinal) == line.Length - 1);
    });

    [Fact]
    public void Lines_that_are_too_long_are_named_and_the_next_ones_are_read() => Gen.Int[1, 9].Sample(step =>
    {
        var lines = Read("ab\n" + new string('x', 100) + "\ncd\n" + new string('y', 50), step, 10);
        return lines.SequenceEqual([("ab\n", false), ("xxxxxxxxxx", true), ("cd\n", false), ("yyyyyyyyyy", true)]);
    });

    [Fact]
    public void Buffers_grow_with_the_line()
    {
        string text = new string('x', 300_000) + "\nb";
        Assert.Equal([(text[..300_001], false), ("b", false)], Read(text, 4096, 1 << 20));
    }

    private static List<(string Text, bool IsTooLong)> Read(string text, int step, int longest)
    {
        var reader = new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), step), longest);
        var lines = new List<(string, bool)>();
        while (reader.TryRead(out ReadOnlyMemory<byte> line, out bool isTooLong)) lines.Add((Encoding.UTF8.GetString(line.Span), isTooLong));
        Assert.Equal(lines.Count, reader.Number);
        return lines;
    }

    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);
    }
}
