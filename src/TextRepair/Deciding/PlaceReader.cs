using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Reads the contexts of suspects one after the other and scores them. Used again and again; not thread-safe.</summary>
internal sealed class PlaceReader(SwapTable table, Expert?[] experts, DamageModel model)
{
    private readonly ContextWindow _window = new(table);
    private readonly uint[] _features = new uint[FeatureExtractor.Count];
    private readonly HashSet<(int Suspect, uint Context)> _seen = [];
    private string _text = "";
    private Match _match;

    /// <summary>Begins at the left end of a text.</summary>
    public void BeginText(string text)
    {
        _text = text;
        _window.Reset();
    }

    /// <summary>Forgets the contexts that were seen.</summary>
    public void BeginScope() => _seen.Clear();

    /// <summary>Reads a place; never one to the left of the last.</summary>
    /// <param name="matches">The matches of the text.</param>
    /// <param name="place">The number of the match: a suspect.</param>
    public void Read(List<Match> matches, int place)
    {
        _match = matches[place];
        _window.MoveTo(_text, matches, place);
        FeatureExtractor.ExtractCharacters(_window.Characters, _window.Start, _window.End, _features);
        // While the weights are on their way from memory the words are looked up.
        foreach (Swap swap in table.Suspects[table.SuspectOf[_match.Pattern]].Swaps) experts[swap.Index]?.Prefetch(_features);
        FeatureExtractor.ExtractWords(_window.Characters, _window.Start, _window.End, _features);
    }

    /// <summary>Tells whether the same word stood in the same narrow context before, since <see cref="BeginScope"/>; asked once a place.</summary>
    public bool IsRepeated() => !_seen.Add((table.SuspectOf[_match.Pattern], FeatureExtractor.NarrowContextOf(_features)));

    /// <summary>Counts the familiar pairs around the place.</summary>
    public (int Familiar, int All) CountFamiliar(Familiarity familiarity) => familiarity.Count(_window.Characters, _window.Start, _window.End);

    /// <summary>Scores a swap at the place.</summary>
    /// <returns>The log-odds of the original against the damaged word, in nats.</returns>
    public float Score(Swap swap) =>
        experts[swap.Index] is { } expert
            ? expert.Score(_features)
            : WordGraphScore.Score(_text, _match.Start, table.Words[_match.Pattern].Length, swap.Original) + model.WordScoreOf(swap.Index);
}
