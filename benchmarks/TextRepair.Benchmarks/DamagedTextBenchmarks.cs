using System.Text;
using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>What does damaged text cost, every decision in its context?</summary>
[MemoryDiagnoser]
public class DamagedTextBenchmarks
{
    private readonly TextRepairer _repairer = new();
    private readonly Baselines _baselines = new();
    private string[] _documents = [];
    private byte[][] _bytes = [];

    /// <summary>Gets or sets the text: the customer's document, or the simulator's.</summary>
    [Params("simulated", "seed")]
    public string Text { get; set; } = "";

    /// <summary>Verifies the answers.</summary>
    [GlobalSetup]
    public void Check()
    {
        _documents = Text == "seed" ? [.. Enumerable.Repeat(Samples.Seed, 50)] : Samples.Damaged;
        _bytes = [.. _documents.Select(Encoding.UTF8.GetBytes)];
        Answers.CheckBlind(_baselines);
        Answers.CheckDamaged(_repairer, _documents);
    }

    /// <summary>The machine's own limit.</summary>
    [Benchmark(Baseline = true)]
    public int GetChars() => _bytes.Sum(_baselines.Decode);

    /// <summary>Every stage, default options.</summary>
    [Benchmark]
    public int Repair() => _documents.Sum(document => _repairer.Repair(document).Edits.Count);

    /// <summary>Blind replacement, word after word.</summary>
    [Benchmark]
    public int Chain() => _documents.Sum(document => _baselines.Chain(document).Length);

    /// <summary>Blind replacement by one compiled expression.</summary>
    [Benchmark]
    public int Regex() => _documents.Sum(document => _baselines.Alternation(document).Length);

    /// <summary>Blind replacement of what SearchValues finds.</summary>
    [Benchmark]
    public int SearchValues() => _documents.Sum(document => _baselines.Search(document).Length);
}
