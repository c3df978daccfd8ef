namespace TextRepair.Findings.Swaps;

/// <summary>Finds words of a text that may have been put for others, and weighs them.</summary>
internal sealed class SwapJudge
{
    private const double LeastExcess = 1.5;
    private const int FewestPlaces = 2;

    // What counts alone must say of a word before its places are read: one in four of the right ones stays below.
    private const double LeastByCounts = -5;

    private readonly SwapModel _model;
    private readonly Func<string, int, int, string, double> _wordJudge;
    private readonly HashSet<int> _known = [];
    private readonly Pool<SwapCensus> _censuses;

    // Of every suspect, the most that counts can say for any of its pairs; 0 before somebody asks. Threads may find it twice.
    private readonly float[] _bounds;

    /// <summary>Initialises a judge.</summary>
    /// <param name="model">The words.</param>
    /// <param name="wordJudge">Says how well a word fits into a place; see <see cref="TextRepairOptions.WordJudge"/>.</param>
    /// <param name="known">The words that the dictionary knows as damaged: the stage for words has judged them.</param>
    public SwapJudge(SwapModel model, Func<string, int, int, string, double> wordJudge, IEnumerable<string> known)
    {
        (_model, _wordJudge, _censuses) = (model, wordJudge, new(() => new SwapCensus(model)));
        _bounds = new float[model.Suspects.Length];
        // What is no suspect gets −1, which nothing that is counted has.
        foreach (string word in known.Where(word => word.Length == 2)) _known.Add(model.Find(SwapWord.KeyOf(word[0], word[1])));
    }

    /// <summary>Finds the best supported original of every conspicuous word.</summary>
    /// <param name="text">The text.</param>
    public List<SwapEvidence> FindBest(string text) => BestOf(ReadPlaces(text, FindByCounts(text, LeastByCounts)));

    /// <summary>Finds the pairs of a conspicuous word and an absent original; those of one word stand side by side.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">What counts must say of them at least.</param>
    public List<SwapEvidence> FindByCounts(string text, double least)
    {
        var found = new List<SwapEvidence>();
        double logLength = Math.Log(text.Length);
        SwapCensus census = _censuses.Take();
        foreach (int suspect in census.Count(text)) AddAbsent(text, logLength, census, suspect, least, found);
        _censuses.Give(census);
        return found;
    }

    /// <summary>Reads the places of words, and leaves out what they speak against.</summary>
    public List<SwapEvidence> ReadPlaces(string text, List<SwapEvidence> byCounts)
    {
        Span<(int Start, double OwnFit)> places = stackalloc (int, double)[SwapPlaces.Most];
        var read = new List<SwapEvidence>();
        int count = 0, all = 0;
        for (int i = 0; i < byCounts.Count; i++)
        {
            if (i == 0 || byCounts[i].Suspect != byCounts[i - 1].Suspect) (count, all) = SwapPlaces.Find(text, byCounts[i].Suspect.Text, places);
            if (count < FewestPlaces) continue;
            SwapEvidence evidence = byCounts[i] with { Count = Math.Max(FewestPlaces, byCounts[i].Found * count / all) };
            if (SwapPlaces.Read(text, places[..count], evidence.Suspect, evidence.Original, _wordJudge) is { } here) read.Add(evidence with { Places = here });
        }
        return read;
    }

    private static List<SwapEvidence> BestOf(List<SwapEvidence> all)
    {
        var best = new List<SwapEvidence>();
        foreach (SwapEvidence evidence in all)
        {
            if (best.Count == 0 || best[^1].Suspect != evidence.Suspect) best.Add(evidence);
            else if (evidence.LogOdds > best[^1].LogOdds) best[^1] = evidence;
        }
        return best;
    }

    private void AddAbsent(string text, double logLength, SwapCensus census, int suspect, double least, List<SwapEvidence> found)
    {
        SwapWord word = _model.Suspects[suspect];
        int count = census.CountOf(suspect);
        if (count <= LeastExcess * word.Rate * text.Length || _known.Contains(suspect)) return;
        double logCount = Math.Log(count);
        if (SwapEvidence.BoundByCounts(word, BoundOf(suspect), logLength, logCount) < least) return;
        foreach (SwapPair pair in _model.PairsOf(word))
        {
            if (SwapEvidence.BoundByCounts(word, BoundOf(word, pair), logLength, logCount) < least) continue;
            var evidence = new SwapEvidence(word, _model.Originals[pair.Original], pair.Similarity, text.Length, count, CountOf(text, census, pair.Original));
            if (evidence.Alive <= (int)((evidence.ExpectedAlive + 2) / 8) && evidence.CountLogOdds >= least) found.Add(evidence);
        }
    }

    private double BoundOf(int suspect)
    {
        ref float bound = ref _bounds[suspect];
        if (bound == 0)
        {
            double most = double.NegativeInfinity;
            foreach (SwapPair pair in _model.PairsOf(_model.Suspects[suspect])) most = Math.Max(most, BoundOf(_model.Suspects[suspect], pair));
            bound = MathF.BitIncrement((float)most);
        }
        return bound;
    }

    private double BoundOf(SwapWord suspect, SwapPair pair) => SwapEvidence.BoundOfPair(suspect, _model.Originals[pair.Original], pair.Similarity);

    private int CountOf(string text, SwapCensus census, int original) =>
        _model.OriginalsAsSuspects[original] is >= 0 and var counted ? census.CountOf(counted) : text.AsSpan().Count(_model.Originals[original].Text);
}
