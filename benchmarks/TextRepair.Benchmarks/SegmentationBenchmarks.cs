using System.Text;
using BenchmarkDotNet.Attributes;

namespace TextRepair.Benchmarks;

/// <summary>What does the division into words cost, unknown words found?</summary>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private readonly Baselines _baselines = new();
    private readonly List<Segment> _segments = [];
    private byte[][] _bytes = [];

    /// <summary>Verifies that the words cover the text.</summary>
    [GlobalSetup]
    public void Check()
    {
        _bytes = [.. Samples.CleanDocuments.Select(Encoding.UTF8.GetBytes)];
        foreach (string document in Samples.CleanDocuments.Take(20))
            Answers.Demand(string.Concat(Segmenter.Default.Split(document)) == document, "words do not add up to the text");
    }

    /// <summary>The machine's own limit.</summary>
    [Benchmark(Baseline = true)]
    public int GetChars() => _bytes.Sum(_baselines.Decode);

    /// <summary>Positions.</summary>
    [Benchmark]
    public int Offsets()
    {
        int count = 0;
        foreach (string document in Samples.CleanDocuments)
        {
            _segments.Clear();
            Segmenter.Default.Segment(document, _segments);
            count += _segments.Count;
        }
        return count;
    }

    /// <summary>Strings.</summary>
    [Benchmark]
    public int Strings() => Samples.CleanDocuments.Sum(document => Segmenter.Default.Split(document).Length);
}
