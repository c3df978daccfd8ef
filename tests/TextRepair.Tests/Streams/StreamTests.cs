using System.IO.Pipelines;
using System.Text;
using TextRepair.Streams;

namespace TextRepair.Tests.Streams;

/// <summary>Texts and documents that arrive in pieces.</summary>
public class StreamTests
{
    private const string Damaged = "本着履责为民的原那么，在去年的根底上加强根底设施建设，开展效劳业。\n";
    private const string Clean = "会议要求，各部门要明确工作原则，加强基础设施建设，发展服务业，提高人民生活水平。\n";

    private const string Neutral = "昨天夜里下了一场大雪，清晨推开窗户，远处的山峦和近处的屋顶都是白茫茫的一片。\n";

    private static readonly TextRepairer Repairer = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string Long = MakeLong();

    [Theory]
    [InlineData(7919)]
    [InlineData(1 << 20)]
    public async Task A_long_text_is_repaired_alike_however_it_arrives(int piece)
    {
        RepairResult whole = Repairer.Repair(Long);
        Assert.True(whole.Edits.Count > 1000);
        Assert.Equal(whole.Text, whole.Edits.ApplyTo(Long));
        var edits = new List<string>();
        var text = new StringBuilder();
        long position = 0;
        await foreach (RepairedPart part in Repairer.RepairPartsAsync(new PieceReader(Long, piece), parallelism: 2, Stop))
        {
            Assert.Equal(position, part.Position);
            position += part.Result.Original.Length;
            text.Append(part.Result.Text);
            edits.AddRange(part.Result.Edits.Select(edit => $"{part.Position + edit.Start} {edit.Original}→{edit.Replacement}"));
        }
        Assert.Equal(Long.Length, position);
        Assert.Equal(whole.Text, text.ToString());
        Assert.Equal(whole.Edits.Select(edit => $"{edit.Start} {edit.Original}→{edit.Replacement}"), edits);
    }

    [Fact]
    public async Task A_short_text_is_one_part_and_an_empty_one_none()
    {
        var output = new StringWriter();
        await Repairer.RepairAsync(new StringReader(Damaged), output, Stop);
        Assert.Equal(Repairer.Repair(Damaged).Text, output.ToString());
        Assert.Single(await Collect(Repairer.RepairPartsAsync(new StringReader(Damaged), 1, Stop)));
        Assert.Empty(await Collect(Repairer.RepairPartsAsync(new StringReader(""), 1, Stop)));
    }

    [Fact]
    public async Task Bytes_go_through_a_pipe_byte_order_mark_and_all()
    {
        var input = new Pipe();
        var output = new Pipe();
        Task repair = Finish(Repairer.RepairAsync(input.Reader, output.Writer, Stop), output.Writer);
        byte[] bytes = Encoding.UTF8.GetBytes("\ufeff" + Damaged);
        // In the middle of a character.
        await input.Writer.WriteAsync(bytes.AsMemory(0, 7), Stop);
        await input.Writer.WriteAsync(bytes.AsMemory(7), Stop);
        await input.Writer.CompleteAsync();
        using var reader = new StreamReader(output.Reader.AsStream(), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        Assert.Equal(Repairer.Repair("\ufeff" + Damaged).Text, await reader.ReadToEndAsync(Stop));
        await repair;
    }

    [Fact]
    public async Task A_pipe_that_is_not_read_holds_the_repair_back()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Long);
        using var input = new EndlessStream(bytes);
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 1 << 16));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task held = Repairer.RepairAsync(PipeReader.Create(input), output.Writer, stop.Token);
        // The first part is written when a first byte can be read: then the pipe is full.
        await output.Reader.ReadAtLeastAsync(1, Stop);
        long given = input.Given;
        await Task.WhenAny(held, Task.Delay(300, Stop));
        Assert.False(held.IsCompleted);
        // What is on its way meanwhile: a part at work, one waiting, one being cut.
        Assert.True(input.Given - given < 8 * bytes.Length, $"{input.Given - given} bytes were read though nothing was taken");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
    }

    [Fact]
    public async Task A_run_whose_reader_is_gone_ends()
    {
        using var input = new EndlessStream(Encoding.UTF8.GetBytes(Long));
        var output = new Pipe();
        await output.Reader.CompleteAsync();
        await Repairer.RepairAsync(PipeReader.Create(input), output.Writer, Stop);
        Assert.True(input.Given > 0);
    }

    [Fact]
    public async Task Documents_keep_their_order_and_wait_for_who_reads_them()
    {
        int given = 0;
        async IAsyncEnumerable<string> Documents()
        {
            for (int i = 0; i < 200; i++)
            {
                given++;
                await Task.Yield();
                yield return i % 3 == 0 ? Damaged + i : Clean + i;
            }
        }

        int taken = 0;
        await foreach (RepairResult result in Repairer.RepairAsync(Documents(), 3, Stop))
        {
            Assert.EndsWith($"\n{taken}", result.Original, StringComparison.Ordinal);
            Assert.Equal(taken % 3 == 0, result.Edits.Count > 0);
            taken++;
            // Three in the queue, three at work, one on its way in, and the one that is here.
            Assert.True(given - taken <= 8, $"{given} documents were read when {taken} had been taken");
        }
        Assert.Equal(200, taken);
    }

    [Fact]
    public async Task A_failure_of_the_source_comes_through_behind_what_was_read_before()
    {
        async IAsyncEnumerable<string> Documents()
        {
            yield return Damaged;
            await Task.Yield();
            throw new IOException("the disk is gone");
        }

        var results = new List<RepairResult>();
        IOException failure = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (RepairResult result in Repairer.RepairAsync(Documents(), 2, Stop)) results.Add(result);
        });
        Assert.Equal("the disk is gone", failure.Message);
        Assert.Single(results);
    }

    [Fact]
    public async Task A_cancelled_run_ends()
    {
        using var stop = new CancellationTokenSource();
        async IAsyncEnumerable<string> Documents()
        {
            while (true)
            {
                await Task.Yield();
                yield return Clean;
            }
        }

        int taken = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RepairResult _ in Repairer.RepairAsync(Documents(), 2, stop.Token))
                if (++taken == 10) await stop.CancelAsync();
        });
        Assert.True(taken >= 10);
    }

    [Fact]
    public void Windows_are_cut_at_line_ends_cover_the_text_and_are_no_longer_than_what_is_judged_whole()
    {
        List<TextWindow> windows = Cut(Long, 12_345);
        Assert.True(windows.Count > 1);
        long done = 0;
        foreach (TextWindow window in windows)
        {
            Assert.Equal(done, window.Position + window.From);
            Assert.True(window.Text.Length <= WindowCutter.LongestWhole);
            Assert.True(window.IsLast || window.Text[window.To - 1] == '\n');
            done = window.Position + window.To;
        }
        Assert.Equal(Long.Length, done);
        Assert.Equal(windows, Cut(Long, 99_999));
    }

    [Fact]
    public void A_text_without_line_ends_is_not_cut_inside_a_character()
    {
        string text = "a" + string.Concat(Enumerable.Repeat("\ud840\udc00", WindowCutter.LongestWhole));
        foreach (TextWindow window in Cut(text, 5000).Where(window => !window.IsLast))
            Assert.True(char.IsHighSurrogate(window.Text[window.To]));
    }

    private static string MakeLong()
    {
        var text = new StringBuilder();
        for (int i = 0; text.Length < 5 * (WindowCutter.LongestWhole / 4); i++) text.Append(i % 20 == 0 ? Damaged : Neutral);
        return text.ToString();
    }

    private static List<TextWindow> Cut(string text, int piece)
    {
        var cutter = new WindowCutter();
        var windows = new List<TextWindow>();
        for (int start = 0, count = 1; count > 0; start += count)
        {
            Span<char> room = cutter.Room().Span;
            count = Math.Min(Math.Min(piece, room.Length), text.Length - start);
            text.AsSpan(start, count).CopyTo(room);
            cutter.Add(count);
            while (cutter.TryCut() is { } window) windows.Add(window);
        }
        return windows;
    }

    private static async Task<List<T>> Collect<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items) list.Add(item);
        return list;
    }

    private static async Task Finish(Task task, PipeWriter writer)
    {
        await task;
        await writer.CompleteAsync();
    }

    // Gives no more than so much at a time.
    private sealed class PieceReader(string text, int piece) : StringReader(text)
    {
        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }

    private sealed class EndlessStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) Position = 0;
            await Task.Yield();
            int count = await base.ReadAsync(buffer, cancellationToken);
            Given += count;
            return count;
        }
    }
}
