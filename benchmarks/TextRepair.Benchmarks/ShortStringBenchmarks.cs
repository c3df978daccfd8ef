using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>What does one of many short strings cost?</summary>
[MemoryDiagnoser]
public class ShortStringBenchmarks
{
    private readonly TextRepairer _repairer = new();
    private readonly Baselines _baselines = new();

    /// <summary>Verifies the answers.</summary>
    [GlobalSetup]
    public void Check() => Answers.CheckClean(_repairer, Samples.ShortStrings);

    /// <summary>Blind replacement, word after word.</summary>
    [Benchmark(Baseline = true)]
    public int Chain() => Samples.ShortStrings.Sum(text => _baselines.Chain(text).Length);

    /// <summary>Every stage, default options.</summary>
    [Benchmark]
    public int Repair() => Samples.ShortStrings.Sum(text => _repairer.Repair(text).Edits.Count);
}
