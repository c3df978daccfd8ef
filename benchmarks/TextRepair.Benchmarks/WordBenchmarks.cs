using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Attributes;
using TextRepair.Context;
using TextRepair.Deciding;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Benchmarks;

/// <summary>What does each step of finding swapped words cost, alone?</summary>
[MemoryDiagnoser]
public class WordBenchmarks
{
    private readonly Baselines _baselines = new();
    private readonly SwapTable _table = SwapTable.Create(CorrectionDictionary.Default.Substitutions);
    private readonly DamageModel _model;
    private readonly EvidenceBound _bound;
    private readonly Workspace _workspace;
    private string[] _documents = [];
    private byte[][] _bytes = [];
    private List<Match>[] _matches = [];
    private OccurrenceList[] _occurrences = [];

    /// <summary>Initialises the steps with what the package holds.</summary>
    public WordBenchmarks()
    {
        Expert?[] experts = [.. _table.Suspects.SelectMany(suspect => suspect.Swaps.Select(swap => Stages.BuiltInContexts.Find(suspect.Damaged, swap.Original)))];
        Familiarity familiarity = Familiarity.OpenEmbedded();
        _model = new DamageModel(_table, experts, familiarity);
        _bound = new EvidenceBound(_model, _table);
        _workspace = new Workspace(_table, experts, familiarity, _model, _bound);
    }

    /// <summary>Gets or sets whether the text is damaged.</summary>
    [Params(false, true)]
    public bool Damaged { get; set; }

    /// <summary>Takes every step once, and verifies what the automaton finds word by word.</summary>
    [GlobalSetup]
    public void Check()
    {
        _documents = Damaged ? Samples.Damaged : Samples.CleanDocuments;
        _bytes = [.. _documents.Select(Encoding.UTF8.GetBytes)];
        _matches = [.. _documents.Select(Find)];
        _occurrences = [.. _documents.Select((document, i) => Read(document, _matches[i]))];
        for (int i = 0; i < Math.Min(20, _documents.Length); i++)
            Answers.Demand(_matches[i].SequenceEqual(FindSlowly(_documents[i])), "the automaton does not find every word");
    }

    /// <summary>The machine's own limit.</summary>
    [Benchmark(Baseline = true)]
    public int GetChars() => _bytes.Sum(_baselines.Decode);

    /// <summary>The automaton: all words that may be damaged, and all originals.</summary>
    [Benchmark]
    public int Find()
    {
        int count = 0;
        foreach (string document in _documents)
        {
            _workspace.Matches.Clear();
            _table.Automaton.FindAll(document, _workspace.Matches);
            count += _workspace.Matches.Count;
        }
        return count;
    }

    /// <summary>Counting them, and what the counts can say at most.</summary>
    [Benchmark]
    public int Count()
    {
        int speaking = 0;
        foreach (List<Match> matches in _matches)
        {
            _workspace.Counts.Count(CollectionsMarshal.AsSpan(matches));
            if (EvidenceBound.Reaches(_bound.Of(_workspace.Counts), 0)) speaking++;
        }
        return speaking;
    }

    /// <summary>The contexts of all suspects, in full.</summary>
    [Benchmark]
    public int Contexts()
    {
        int read = 0;
        for (int i = 0; i < _documents.Length; i++) read += Read(_documents[i], _matches[i]).Items.Count;
        return read;
    }

    /// <summary>The evidence of a document from the scores of its places.</summary>
    [Benchmark]
    public double Evidence()
    {
        double sum = 0;
        foreach (OccurrenceList occurrences in _occurrences) sum += ScopeEvidence.Weigh(_model, _workspace.Sums, occurrences).LogRatio;
        return sum;
    }

    /// <summary>The word graph, which scores the swaps that have no model of contexts; here it scores all.</summary>
    [Benchmark]
    public double WordGraph()
    {
        double sum = 0;
        for (int i = 0; i < _documents.Length; i++)
        {
            foreach (Match match in _matches[i])
                if (_table.SuspectOf[match.Pattern] is >= 0 and var suspect)
                    sum += WordGraphScore.Score(_documents[i], match.Start, _table.Suspects[suspect].Damaged.Length, _table.Suspects[suspect].Swaps[0].Original);
        }
        return sum;
    }

    private List<Match> Find(string document)
    {
        var matches = new List<Match>();
        _table.Automaton.FindAll(document, matches);
        return matches;
    }

    private List<Match> FindSlowly(string document)
    {
        var matches = new List<Match>();
        for (int start = 0; start < document.Length; start++)
            for (int word = 0; word < _table.Words.Length; word++)
                if (string.CompareOrdinal(document, start, _table.Words[word], 0, _table.Words[word].Length) == 0) matches.Add(new Match(start, word));
        return [.. matches.OrderBy(match => match.Start).ThenBy(match => _table.Words[match.Pattern].Length)];
    }

    private OccurrenceList Read(string document, List<Match> matches)
    {
        PlaceReader reader = _workspace.Reader;
        var occurrences = new OccurrenceList(matches.Count);
        _workspace.First.BeginText(matches);
        reader.Forget();
        reader.BeginText(document);
        reader.BeginScope();
        for (int i = 0; i < matches.Count; i++)
            if (_table.SuspectOf[matches[i].Pattern] >= 0 && !reader.Add(matches, i)) Take(reader, occurrences);
        Take(reader, occurrences);
        return occurrences;
    }

    private static void Take(PlaceReader reader, OccurrenceList occurrences)
    {
        reader.Score(countsPairs: true);
        for (int i = 0; i < reader.Count; i++)
        {
            occurrences.Items.Add(new Occurrence(reader[i].Start, reader[i].Suspect.Index, occurrences.Scores.Count, reader.IsRepeated(reader[i])));
            occurrences.Scores.AddRange(reader[i].Scores);
        }
        reader.BeginBatch();
    }
}
