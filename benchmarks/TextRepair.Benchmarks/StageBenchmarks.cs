using System.Text;
using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>What does each stage cost, alone, on clean and on damaged text?</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly Dictionary<string, IStage> _stages = Stages.Create(new TextRepairOptions()).Concat(Stages.CreateReports(new TextRepairOptions()))
        .Select((stage, i) => (Name: $"{i} {stage.GetType().Name}", Stage: stage))
        .ToDictionary(s => s.Name, s => s.Stage);

    private readonly Baselines _baselines = new();
    private string[] _documents = [];
    private byte[][] _bytes = [];

    /// <summary>Gets or sets whether the text is damaged.</summary>
    [Params(false, true)]
    public bool Damaged { get; set; }

    /// <summary>Gets or sets the stage, by its place and type.</summary>
    [ParamsSource(nameof(Names))]
    public string Stage { get; set; } = "";

    /// <summary>Gets the stages.</summary>
    public IEnumerable<string> Names => _stages.Keys;

    /// <summary>Verifies that a stage says the same twice.</summary>
    [GlobalSetup]
    public void Check()
    {
        _documents = Damaged ? Samples.Damaged : Samples.CleanDocuments;
        _bytes = [.. _documents.Select(Encoding.UTF8.GetBytes)];
        Answers.Demand(Run() == Run(), $"{Stage} does not say the same twice");
    }

    /// <summary>The machine's own limit.</summary>
    [Benchmark(Baseline = true)]
    public int GetChars() => _bytes.Sum(_baselines.Decode);

    /// <summary>The stage.</summary>
    [Benchmark]
    public int Run()
    {
        IStage stage = _stages[Stage];
        int said = 0;
        foreach (string document in _documents)
        {
            var output = new StageOutput();
            stage.Run(document, output);
            said += (output.HasEdits ? output.Edits.Count : 0) + (output.FindingCount);
        }
        return said;
    }
}
