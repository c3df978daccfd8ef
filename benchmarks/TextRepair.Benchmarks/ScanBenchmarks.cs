using System.Text;
using BenchmarkDotNet.Attributes;
using TextRepair.Ocr;

namespace TextRepair.Benchmarks;

/// <summary>What does it cost to look for misread characters: the probe of automatic mode, and reading all of a text?</summary>
[MemoryDiagnoser]
public class ScanBenchmarks
{
    private readonly Baselines _baselines = new();
    private readonly TextRepairer _without = new();
    private TextRepairer _repairer = new();
    private byte[][] _bytes = [];

    /// <summary>Gets or sets the mode.</summary>
    [Params(OcrMode.Automatic, OcrMode.On)]
    public OcrMode Mode { get; set; }

    /// <summary>Verifies that clean text stays as it is; one that is said to be a scan is cleaned up.</summary>
    [GlobalSetup]
    public void Check()
    {
        _repairer = new TextRepairer(new TextRepairOptions().UseOcr(Mode));
        _bytes = [.. Samples.CleanDocuments.Select(Encoding.UTF8.GetBytes)];
        if (Mode == OcrMode.Automatic) Answers.CheckClean(_repairer, Samples.CleanDocuments);
        else Answers.CheckEdits(_repairer.Repair(Samples.CleanDocuments[0]));
    }

    /// <summary>The machine's own limit.</summary>
    [Benchmark(Baseline = true)]
    public int GetChars() => _bytes.Sum(_baselines.Decode);

    /// <summary>Every stage but those for scans.</summary>
    [Benchmark]
    public int Without() => Samples.CleanDocuments.Sum(document => _without.Repair(document).Edits.Count);

    /// <summary>Those too.</summary>
    [Benchmark]
    public int With() => Samples.CleanDocuments.Sum(document => _repairer.Repair(document).Edits.Count);
}
