using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>Does the cost grow with the text and no faster, even for texts made to be slow?</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private readonly Baselines _baselines = new();
    private string _text = "";
    private TextRepairer _repairer = new();

    /// <summary>Gets or sets the length, in UTF-16 code units; the longest is 64 MB in UTF-8.</summary>
    [Params(1 << 10, 1 << 14, 1 << 18, 1 << 22, 22_000_000)]
    public int Length { get; set; }

    /// <summary>Gets or sets the kind of text.</summary>
    [ParamsSource(nameof(Names))]
    public string Text { get; set; } = "";

    /// <summary>Gets the kinds of text.</summary>
    public IEnumerable<string> Names => Adversaries.All.Select(adversary => adversary.Name);

    /// <summary>Makes the text, and verifies that repairing what was repaired changes nothing.</summary>
    [GlobalSetup]
    public void Check()
    {
        (_, _repairer, Func<int, string> make) = Adversaries.All.Single(adversary => adversary.Name == Text);
        _text = make(Length);
        string repaired = _repairer.Repair(_text).Text;
        Answers.Demand(ReferenceEquals(_repairer.Repair(repaired).Text, repaired), "a second repair changed something");
    }

    /// <summary>Copying is as linear as it gets.</summary>
    [Benchmark(Baseline = true)]
    public string Copy() => _baselines.Copy(_text);

    /// <summary>Every stage.</summary>
    [Benchmark]
    public int Repair() => _repairer.Repair(_text).Edits.Count;
}
