using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace TextRepair.Benchmarks;

/// <summary>What does a process pay once: the first repairer and its first text?</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1)]
public class StartBenchmarks
{
    /// <summary>The baselines, made anew.</summary>
    [Benchmark(Baseline = true)]
    public string Regex() => new Baselines().Alternation(Samples.Seed);

    /// <summary>A repairer, made anew.</summary>
    [Benchmark]
    public string Repair()
    {
        string text = new TextRepairer().Repair(Samples.Seed).Text;
        Answers.Demand(text != Samples.Seed, "the seed was not repaired");
        return text;
    }
}
