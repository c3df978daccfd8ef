using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TextRepair.Cli;

namespace TextRepair.Benchmarks;

/// <summary>What do JSON lines cost from bytes to bytes, as the command line reads and writes them?</summary>
[MemoryDiagnoser]
public class JsonLinesBenchmarks
{
    private readonly TextRepairer _repairer = new();
    private byte[] _lines = [];

    /// <summary>Gets or sets whether the text is damaged.</summary>
    [Params(false, true)]
    public bool Damaged { get; set; }

    /// <summary>Gets or sets how many threads repair.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes the lines, and verifies that each comes back with its text repaired.</summary>
    [GlobalSetup]
    public void Check()
    {
        string[] documents = Damaged ? Samples.Damaged : Samples.CleanDocuments;
        _lines = [.. documents.SelectMany((text, i) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { id = i, text }) + "\n"))];
        var output = new MemoryStream();
        Run(_repairer.Repair, output);
        string[] texts = [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(TextOf)];
        Answers.Demand(texts.SequenceEqual(documents.Select(document => _repairer.Repair(document).Text)), "lines do not hold the repaired texts");
    }

    /// <summary>Reads the records and writes them as they are.</summary>
    [Benchmark(Baseline = true)]
    public void Pass() => Run(text => new RepairResult(text, text, EditList.Empty, [], Diagnosis.Clean), Stream.Null);

    /// <summary>Repairs them.</summary>
    [Benchmark]
    public void Repair() => Run(_repairer.Repair, Stream.Null);

    private static string TextOf(string line)
    {
        using var record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty("text").GetString()!;
    }

    private void Run(Func<string, RepairResult> repair, Stream output) =>
        new RecordPipeline(new RecordFormat("text", "id", false), repair, Threads).Run(new MemoryStream(_lines), null, batch => output.Write(batch.Output.WrittenSpan), CancellationToken.None);
}
