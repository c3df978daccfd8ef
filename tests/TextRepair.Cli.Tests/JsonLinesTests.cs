using System.IO.Pipelines;
using System.Text;
using CsCheck;

namespace TextRepair.Cli.Tests;

public sealed class JsonLinesTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task One_line_out_for_each_line_in_and_every_other_byte_passes()
    {
        const string Input = "\ufeff{\"id\":1, \"text\":\"效劳\",\"n\":1.0}\r\n\n{\"n\":\"效劳\",\"text\":\"\\u6548\\u52b3\"}";
        Assert.Equal(0, await _tool.RunOn(Input, "repair", "--format", "jsonl", "-", "--edits", _tool.PathOf("e")));
        Assert.Equal("\ufeff{\"id\":1, \"text\":\"服务\",\"n\":1.0}\r\n\n{\"n\":\"效劳\",\"text\":\"\\u670d\\u52a1\"}", _tool.Output);
        string[] edits = _tool.Read("e").TrimEnd('\n').Split('\n');
        Assert.StartsWith("{\"line\":1,\"id\":1,\"start\":0,", edits[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"line\":3,\"start\":0,", edits[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Order_and_bytes_do_not_depend_on_threads_and_chunks() => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 4000], Gen.Int[1, 1500]).Sample(
        (threads, step, count) =>
        {
            string input = string.Concat(Enumerable.Range(0, count).Select(i => $"{{\"id\":{i},\"text\":\"{(i % 3 == 0 ? "效劳" : "干净")}{i}\"}}\n"));
            using var tool = new Tool();
            int exit = tool.RunOn(new Trickle(Encoding.UTF8.GetBytes(input), step), "repair", "-f", "jsonl", "--threads", $"{threads}").GetAwaiter().GetResult();
            return exit == 0 && tool.Output == input.Replace("效劳", "服务", StringComparison.Ordinal);
        }, iter: 30);

    [Fact]
    public async Task A_broken_line_ends_the_run_with_its_number_after_the_lines_before_it()
    {
        Assert.Equal(2, await _tool.RunOn("{\"text\":\"效劳\"}\n{\"text\":\n{\"text\":\"b\"}\n", "repair", "-f", "jsonl"));
        Assert.Equal("{\"text\":\"服务\"}\n", _tool.Output);
        Assert.Contains("standard input, line 2: expected a JSON object", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_broken_line_no_file_appears()
    {
        string path = _tool.Write("a.jsonl", "{\"text\":\"效劳\"}\nbroken\n");
        Assert.Equal(2, await _tool.Run("repair", path, "-o", _tool.PathOf("out.jsonl"), "--edits", _tool.PathOf("e.jsonl")));
        Assert.Equal(["a.jsonl"], Directory.GetFiles(_tool.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Rejects_take_broken_lines_byte_for_byte()
    {
        const string Input = "{\"text\":\"a\"}\nbroken\r\n{\"text\":\"b\"}\n{\"text\":3}";
        Assert.Equal(0, await _tool.RunOn(Input, "repair", "-f", "jsonl", "--rejects", _tool.PathOf("r")));
        Assert.Equal("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", _tool.Output);
        Assert.Equal("broken\r\n{\"text\":3}\n", _tool.Read("r"));
        Assert.Contains("line 2:", _tool.Error, StringComparison.Ordinal);
        Assert.Contains("line 4:", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_can_stay_in_the_output_so_that_lines_keep_their_numbers()
    {
        const string Input = "{\"text\":\"a\"}\nbroken\n{\"text\":\"b\"}\n";
        Assert.Equal(0, await _tool.RunOn(Input, "repair", "-f", "jsonl", "--rejects", _tool.PathOf("r"), "--pass-rejects"));
        Assert.Equal(Input, _tool.Output);
        Assert.Equal("broken\n", _tool.Read("r"));
    }

    [Fact]
    public async Task A_filter_gives_a_line_for_each_line_whatever_comes()
    {
        const string Input = "{\"text\":\"效劳\"}\nbroken\n\n{\"text\":3}\n{\"text\":\"效劳\"}\n";
        Assert.Equal(0, await _tool.RunOn(Input, "repair", "-f", "jsonl", "--pass-rejects", "-"));
        Assert.Equal(Input.Replace("效劳", "服务", StringComparison.Ordinal), _tool.Output);
        Assert.Contains("line 2:", _tool.Error, StringComparison.Ordinal);
        Assert.Contains("line 4:", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_is_sent()
    {
        var input = new Pipe();
        var output = new Pipe();
        // A command works on the thread that calls it.
        Task<int> run = Task.Run(() => _tool.RunOn(input.Reader.AsStream(), output.Writer.AsStream(), "repair", "-f", "jsonl", "-"), TestContext.Current.CancellationToken);
        using var answers = new StreamReader(output.Reader.AsStream());
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromMinutes(1));
        for (int i = 0; i < 5; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($"{{\"text\":\"效劳{i}\"}}\n"), timeout.Token);
            Assert.Equal($"{{\"text\":\"服务{i}\"}}", await answers.ReadLineAsync(timeout.Token));
        }
        await input.Writer.CompleteAsync();
        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task Shards_divide_lines_and_inputs_without_gap_or_overlap()
    {
        string lines = string.Concat(Enumerable.Range(0, 10).Select(i => $"{{\"text\":\"{i}\"}}\n"));
        var read = new List<string>();
        for (int part = 1; part <= 3; part++)
        {
            Assert.Equal(0, await _tool.RunOn(lines, "repair", "-f", "jsonl", "--shard", $"{part}/3"));
            read.AddRange(_tool.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        Assert.Equal(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), read.Order());
        for (int i = 0; i < 5; i++) _tool.Write($"in/{i}.txt", $"{i}");
        Assert.Equal(0, await _tool.Run("repair", _tool.PathOf("in"), "--shard", "2/2"));
        Assert.Equal("13", _tool.Output);
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("a/b")]
    public async Task A_shard_that_does_not_exist_is_refused(string shard) =>
        Assert.Equal(2, await _tool.RunOn("", "repair", "-f", "jsonl", "--shard", shard));

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_run_quietly()
    {
        using var closed = new ClosedPipe();
        Assert.Equal(ExitCode.BrokenPipe, await _tool.RunOn(new MemoryStream("{\"text\":\"a\"}\n"u8.ToArray()), closed, "repair", "-f", "jsonl"));
        Assert.Equal("", _tool.Error);
    }

    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }
}
