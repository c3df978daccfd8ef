namespace TextRepair.Training.Swaps;

/// <summary>How often a word stands in clean documents: a negative binomial distribution.</summary>
/// <param name="PerCharacter">Its mean, by the Han character.</param>
/// <param name="Spread">Its size parameter: the smaller, the more the word keeps to few documents.</param>
internal readonly record struct WordRate(double PerCharacter, double Spread)
{
    private const double SmallestSpread = 0.003, LargestSpread = 30;
    private const int Steps = 25;

    // What is taken to have been seen of a word beforehand: two places in one document and a half.
    private const double Places = 2, Documents = 1.5;

    /// <summary>Fits a rate to the number of places and of documents that a word was found in.</summary>
    /// <param name="places">How often it was found.</param>
    /// <param name="documents">In how many documents.</param>
    /// <param name="lengths">The lengths of all documents, in Han characters, with how many there are of each.</param>
    public static WordRate Fit(double places, double documents, IReadOnlyList<(double Length, double Count)> lengths)
    {
        double rate = (places + 1) / lengths.Sum(entry => entry.Length * entry.Count), share = (places + Places) / (places + 1);
        double low = Math.Log(SmallestSpread), high = Math.Log(LargestSpread);
        for (int step = 0; step < Steps; step++)
        {
            double middle = (low + high) / 2;
            if (share * With(rate, Math.Exp(middle), lengths) < documents + Documents) low = middle;
            else high = middle;
        }
        return new WordRate(rate, Math.Exp((low + high) / 2));
    }

    private static double With(double rate, double spread, IReadOnlyList<(double Length, double Count)> lengths) =>
        lengths.Sum(entry => entry.Count * (1 - Math.Pow(spread / (spread + (rate * entry.Length)), spread)));
}
