using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Reads the contexts of suspects and scores them, several at a time. Used again and again; not thread-safe.</summary>
/// <remarks>
/// Most of the time goes into waiting for memory: so all places of a batch ask for what they need before the first is scored.
/// The same characters around the same suspect give the same scores: these are kept, until they are forgotten, for whoever
/// reads the place again, as the decision does after the probe and the second round after the first. Where the first look is sure,
/// a place is not read in full.
/// </remarks>
internal sealed class PlaceReader(SwapTable table, Expert?[] experts, DamageModel model, Familiarity familiarity, FirstReader first)
{
    /// <summary>How many places a batch has at most.</summary>
    public const int BatchSize = 6;

    // From these log-odds on, in units, the first look is believed: everywhere, and where the swap is known to be in force.
    private const int Sure = 4 * Expert.UnitsPerNat, SureEnough = 3 * Expert.UnitsPerNat;

    private readonly ContextWindow _window = new(table);
    private readonly KnownPlaces _known = new();
    private readonly ReadPlace[] _places = [.. Enumerable.Range(0, BatchSize).Select(_ => new ReadPlace())];
    // Those of the word graph look at more than what stands around a place.
    private readonly bool[] _isKept = [.. table.Suspects.Select(suspect => suspect.Swaps.Length <= KnownPlace.MostScores && suspect.Swaps.All(swap => experts[swap.Index] is not null))];
    private readonly HashSet<ulong> _seen = []; // suspects with their narrow contexts
    private string _text = "";

    /// <summary>Gets how many places the batch has.</summary>
    public int Count { get; private set; }

    /// <summary>Begins at the left end of a text.</summary>
    public void BeginText(string text)
    {
        _text = text;
        GoBack();
        BeginBatch();
    }

    /// <summary>Goes back to the left end of the text; the batch stays.</summary>
    public void GoBack() => _window.Reset();

    /// <summary>Forgets all scores: what comes next is another text.</summary>
    public void Forget() => _known.Forget();

    /// <summary>Forgets the contexts that were seen.</summary>
    public void BeginScope() => _seen.Clear();

    /// <summary>Begins the next batch.</summary>
    public void BeginBatch() => Count = 0;

    /// <summary>Adds a place to the batch; never one to the left of the last.</summary>
    /// <param name="matches">The matches of the text.</param>
    /// <param name="number">The number of the match: a suspect.</param>
    /// <param name="isConvicted">Whether enough was read in full to show that its swap is in force; see <see cref="Convictions"/>.</param>
    /// <returns>Whether there is room for more.</returns>
    public bool Add(List<Match> matches, int number, bool isConvicted = false)
    {
        ReadPlace place = _places[Count++];
        place.Begin(matches[number].Start, table.Suspects[table.SuspectOf[matches[number].Pattern]]);
        // The first look comes first, known or not: what the probe has read must make no difference.
        if (!IsSureAtFirst(place, matches, number, isConvicted)) ReadAround(place, matches, number);
        return Count < BatchSize;
    }

    /// <summary>Scores the places of the batch.</summary>
    /// <param name="countsPairs">Whether their familiar pairs are counted, too.</param>
    public void Score(bool countsPairs)
    {
        foreach (ReadPlace place in _places.AsSpan(0, Count))
        {
            if (!place.IsScored) FeatureExtractor.ExtractWords(place.Around, place.Features);
            if (countsPairs && !place.HasPairs && !place.IsAtFirst) familiarity.Prefetch(place.Around);
        }
        foreach (ReadPlace place in _places.AsSpan(0, Count))
        {
            if (place.IsAtFirst || (place.IsScored && (place.HasPairs || !countsPairs))) continue;
            if (!place.IsScored) ScoreSwaps(place);
            if (countsPairs) place.Pairs = familiarity.Count(place.Around);
            if (_isKept[place.Suspect.Index]) _known.Keep(place.Key, place.ToKnown());
        }
    }

    /// <summary>Gets a place of the batch.</summary>
    public ReadPlace this[int i] => _places[i];

    /// <summary>Tells whether the same word stood in the same narrow context before, since <see cref="BeginScope"/>; asked once a place.</summary>
    public bool IsRepeated(ReadPlace place) => !_seen.Add(((ulong)place.Suspect.Index << 32) | place.NarrowContext);

    // Takes the scores of the first look where it is sure: for the damaged word, or for either where the swap is in force. What
    // convicts is always read in full: with first looks for originals, twice as many clean documents were changed.
    private bool IsSureAtFirst(ReadPlace place, List<Match> matches, int number, bool isConvicted)
    {
        if (!_isKept[place.Suspect.Index]) return false;
        first.Read(_text, matches, number);
        for (int k = 0; k < place.Scores.Length; k++)
        {
            int units = first.UnitsOf(place.Suspect.FirstSwap + k);
            if (isConvicted ? Math.Abs(units) < SureEnough : units > -Sure) return false;
            place.Scores[k] = (float)units / Expert.UnitsPerNat;
        }
        place.NarrowContext = first.NarrowContext;
        // Few pairs, but without them the strange places alone would tell whether the text is foreign.
        place.Pairs = familiarity.Count(first.Before, first.Behind);
        place.IsScored = place.IsAtFirst = true;
        return true;
    }

    private void ReadAround(ReadPlace place, List<Match> matches, int number)
    {
        _window.MoveTo(_text, matches, number);
        place.ReadAround(_window);
        if (_isKept[place.Suspect.Index] && _known.TryGet(place.Key, out KnownPlace known)) place.Take(known);
        else ReadCharacters(place);
    }

    // What looks at words alone is asked for where it is looked up: these features are few.
    private void ReadCharacters(ReadPlace place)
    {
        FeatureExtractor.PrefetchWords(place.Around);
        FeatureExtractor.ExtractCharacters(place.Around, place.Features);
        place.NarrowContext = FeatureExtractor.NarrowContextOf(place.Features);
        foreach (Swap swap in place.Suspect.Swaps) experts[swap.Index]?.Prefetch(place.Features);
    }

    private void ScoreSwaps(ReadPlace place)
    {
        foreach (Swap swap in place.Suspect.Swaps)
            place.Scores[swap.Index - place.Suspect.FirstSwap] = experts[swap.Index] is { } expert
                ? expert.Score(place.Features)
                : WordGraphScore.Score(_text, place.Start, place.Suspect.Damaged.Length, swap.Original) + model.WordScoreOf(swap.Index);
        place.IsScored = true;
    }
}
