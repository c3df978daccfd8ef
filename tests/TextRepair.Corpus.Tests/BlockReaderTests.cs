using CsCheck;

namespace TextRepair.Corpus.Tests;

public class BlockReaderTests
{
    private static Gen<byte[]> Bytes { get; } = Gen.Frequency((1, Gen.Const((byte)'\n')), (9, Gen.Byte[97, 99])).Array[0, 200];

    [Fact]
    public void Blocks_put_together_are_the_stream_and_lines_are_whole() =>
        Gen.Select(Bytes, Gen.Int[1, 40], Gen.Int[1, 60]).Sample((bytes, block, maximum) =>
        {
            List<byte> all = [];
            long line = 1;
            foreach ((byte[] content, long offset, long firstLine, int? piece, bool endsLine) in Read(bytes, block, maximum, 0, 1))
            {
                Assert.Equal(all.Count, offset);
                Assert.Equal(line, firstLine);
                all.AddRange(content);
                bool isEnd = content[^1] == '\n' || all.Count == bytes.Length;
                Assert.Equal(isEnd, endsLine);
                if (piece is null) line += content.Count(b => b == '\n');
                else if (endsLine) line++;
            }
            Assert.Equal(bytes, all);
        });

    [Fact]
    public void Taken_up_at_any_block_the_rest_is_cut_in_the_same_places() =>
        Gen.Select(Bytes, Gen.Int[1, 40], Gen.Int[1, 60]).Sample((bytes, block, maximum) =>
        {
            var whole = Read(bytes, block, maximum, 0, 1);
            for (int i = 1; i < whole.Count; i++)
            {
                if (!whole[i - 1].EndsLine) continue;
                var rest = Read(bytes[(int)whole[i].Offset..], block, maximum, whole[i].Offset, whole[i].FirstLine);
                Assert.Equal(whole.Skip(i).Select(b => (b.Offset, b.FirstLine, b.Piece)), rest.Select(b => (b.Offset, b.FirstLine, b.Piece)));
            }
        }, iter: 300);

    private static List<(byte[] Content, long Offset, long FirstLine, int? Piece, bool EndsLine)> Read(byte[] bytes, int block, int maximum, long offset, long line)
    {
        var reader = new BlockReader(new Trickle(bytes), block, maximum, offset, line);
        List<(byte[], long, long, int?, bool)> blocks = [];
        while (reader.Read() is { } next)
            using (next) blocks.Add((next.Bytes.ToArray(), next.Offset, next.FirstLine, next.Piece, next.EndsLine));
        return blocks;
    }

    /// <summary>Gives a few bytes at a time, as pipes and decompressors do.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);
    }
}
