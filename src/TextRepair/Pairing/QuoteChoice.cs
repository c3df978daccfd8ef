namespace TextRepair.Pairing;

/// <summary>The places an open quote most likely ends at, one of them "not in reach".</summary>
/// <param name="open">Where the opening quote stands.</param>
/// <param name="count">The number of places, with "not in reach".</param>
/// <param name="inside">How probable it is that the end is one of them.</param>
internal sealed class QuoteChoice(int open, int count, double inside)
{
    /// <summary>The largest number of places.</summary>
    public const int Most = 6;

    private readonly int[] _places = new int[count];
    private double[] _scores = new double[count], _shares = new double[count];

    /// <summary>Gets where the opening quote stands.</summary>
    public int Open => open;

    /// <summary>Gets the places; -1, the first of them, is "not in reach".</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>Gets the logarithms of the probabilities of the places among each other.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Gets these probabilities.</summary>
    public ReadOnlySpan<double> Shares => _shares;

    /// <summary>Gets the likeliest place and how probable it is.</summary>
    public QuoteEnd Best => BestBy(_scores);

    /// <summary>Sets a place and its score.</summary>
    public void Set(int index, int place, double score) => (_places[index], _scores[index]) = (place, score);

    /// <summary>Makes the same choice for a quote that looks the same and stands elsewhere.</summary>
    /// <param name="place">Where its opening quote stands.</param>
    public QuoteChoice MovedTo(int place)
    {
        if (place == open) return this;
        var moved = new QuoteChoice(place, _places.Length, inside) { _scores = _scores, _shares = _shares };
        for (int i = 0; i < _places.Length; i++) moved._places[i] = _places[i] < 0 ? -1 : _places[i] - open + place;
        return moved;
    }

    /// <summary>Makes the scores logarithms of probabilities.</summary>
    public void Normalise()
    {
        double total = Total(_scores, out double largest);
        for (int i = 0; i < _scores.Length; i++)
        {
            _scores[i] -= largest + Math.Log(total);
            _shares[i] = Math.Exp(_scores[i]);
        }
    }

    /// <summary>Gets the likeliest place by other scores, and how probable it is by them.</summary>
    public QuoteEnd BestBy(ReadOnlySpan<double> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++) if (scores[i] > scores[best]) best = i;
        return new QuoteEnd(_places[best], inside / Total(scores, out _));
    }

    // Relative to the largest.
    private static double Total(ReadOnlySpan<double> scores, out double largest)
    {
        largest = double.NegativeInfinity;
        foreach (double score in scores) largest = Math.Max(largest, score);
        double total = 0;
        foreach (double score in scores) total += Math.Exp(score - largest);
        return total;
    }
}
