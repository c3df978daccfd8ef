using TextRepair.Context;
using TextRepair.Matching;

namespace TextRepair.Training;

/// <summary>Collects the places of all suspects and their originals in clean text: the training cases of the context models.</summary>
internal sealed class SlotCollector
{
    private readonly SwapTable _table;
    private readonly int _mostPerSource;
    private readonly Dictionary<(int Suspect, int Source), int> _counts = [];
    private readonly List<Match> _matches = [];
    private int _documents;

    /// <summary>Initialises a collector.</summary>
    /// <param name="table">The swaps.</param>
    /// <param name="mostPerSource">How many places of one suspect are taken from one source.</param>
    public SlotCollector(SwapTable table, int mostPerSource)
    {
        (_table, _mostPerSource) = (table, mostPerSource);
        Slots = [.. table.Suspects.Select(_ => new SlotSet())];
    }

    /// <summary>Gets the slots of each suspect.</summary>
    public IReadOnlyList<SlotSet> Slots { get; }

    public void Add(CorpusDocument document)
    {
        _matches.Clear();
        _table.Automaton.FindAll(document.Text, _matches);
        _documents++;
        if (_matches.Count == 0) return;
        ContextText context = ContextText.Create(document.Text, _table, _matches);
        foreach (Match match in _matches)
        {
            if (_table.SuspectOf[match.Pattern] >= 0) Add(document, context, match, _table.SuspectOf[match.Pattern], 0);
            foreach (int swap in _table.OriginalOf[match.Pattern])
            {
                int suspect = _table.SuspectOfSwap[swap];
                Add(document, context, match, suspect, 1 + swap - _table.Suspects[suspect].FirstSwap);
            }
        }
    }

    private void Add(CorpusDocument document, ContextText context, Match match, int suspect, int label)
    {
        int count = _counts.GetValueOrDefault((suspect, document.SourceIndex));
        if (count >= _mostPerSource) return;
        _counts[(suspect, document.SourceIndex)] = count + 1;
        int start = context.PositionOf(match.Start);
        int end = context.PositionOf(match.Start + _table.Words[match.Pattern].Length);
        FeatureExtractor.Extract(context.Characters, start, end, Slots[suspect].Add(label, document.SourceIndex, document.Share, _documents));
    }
}
