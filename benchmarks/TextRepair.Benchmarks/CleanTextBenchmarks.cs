using System.Text;
using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>What does right text cost?</summary>
[MemoryDiagnoser]
public class CleanTextBenchmarks
{
    private readonly TextRepairer _repairer = new();
    private readonly Baselines _baselines = new();
    private byte[][] _bytes = [];

    /// <summary>Verifies the answers.</summary>
    [GlobalSetup]
    public void Check()
    {
        Answers.CheckClean(_repairer, Samples.CleanDocuments);
        _bytes = [.. Samples.CleanDocuments.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The machine's own limit.</summary>
    [Benchmark(Baseline = true)]
    public int GetChars() => _bytes.Sum(_baselines.Decode);

    /// <summary>Every stage, default options.</summary>
    [Benchmark]
    public int Repair() => Samples.CleanDocuments.Sum(document => _repairer.Repair(document).Edits.Count);

    /// <summary>Blind replacement, word after word.</summary>
    [Benchmark]
    public int Chain() => Samples.CleanDocuments.Sum(document => _baselines.Chain(document).Length);

    /// <summary>Blind replacement by one compiled expression.</summary>
    [Benchmark]
    public int Regex() => Samples.CleanDocuments.Sum(document => _baselines.Alternation(document).Length);

    /// <summary>Looking at first characters only.</summary>
    [Benchmark]
    public int Scan() => Samples.CleanDocuments.Sum(_baselines.Scan);
}
