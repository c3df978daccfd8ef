using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>How much do more threads help, with one repairer for all?</summary>
[MemoryDiagnoser]
public class ThreadBenchmarks
{
    private readonly TextRepairer _repairer = new();

    /// <summary>Verifies the answers.</summary>
    [GlobalSetup]
    public void Check() => Answers.CheckDamaged(_repairer, Samples.Damaged);

    /// <summary>One thread.</summary>
    [Benchmark(Baseline = true)]
    public void One() => Run(1);

    /// <summary>Two threads.</summary>
    [Benchmark]
    public void Two() => Run(2);

    /// <summary>As many as there are processors.</summary>
    [Benchmark]
    public void All() => Run(Environment.ProcessorCount);

    private void Run(int threads) =>
        Parallel.ForEach(Samples.Damaged, new ParallelOptions { MaxDegreeOfParallelism = threads }, document => _repairer.Repair(document));
}
