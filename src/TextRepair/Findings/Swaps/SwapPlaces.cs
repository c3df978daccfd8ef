namespace TextRepair.Findings.Swaps;

/// <summary>What the places of a suspect say, on average.</summary>
/// <param name="Gain">How much better the original reads there, in nats.</param>
/// <param name="Better">In what part of the places it reads better.</param>
/// <param name="Fit">How well the original fits there: how much more the places ask for it than its frequency would.</param>
/// <param name="OwnFit">How well the suspect itself fits there.</param>
internal readonly record struct SwapPlaces(double Gain, double Better, double Fit, double OwnFit)
{
    /// <summary>How many places are read.</summary>
    public const int Most = 8;

    private const int Surroundings = 3;

    // One place says this much at most: a strange context must not outweigh all others.
    private const double MostGain = 3;

    // What the first place and the first two must say for an original, or no more are read.
    private const double LeastOfOne = -1, LeastOfTwo = 0;

    /// <summary>Says how much better an original reads in a place than the word that stands there.</summary>
    /// <param name="fit">How well the original fits there, in nats.</param>
    /// <param name="ownFit">How well the word itself does.</param>
    /// <param name="frequency">By how much the original is the likelier word anywhere.</param>
    /// <returns>
    /// Nats, from −3 to 3. The lesser of two: how much more probable the text becomes, and how much more the place asks for the
    /// original than its frequency alone would; by the first alone, the most frequent words would fit everywhere.
    /// </returns>
    public static double GainOf(double fit, double ownFit, double frequency) =>
        Math.Clamp(Math.Min(fit - ownFit + frequency, fit - Math.Max(0, ownFit)), -MostGain, MostGain);

    /// <summary>Finds the first places of a suspect; how well it fits there is read when somebody asks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="suspect">The suspect.</param>
    /// <param name="places">Receives the places, no two with the same surroundings: what is said twice is evidence once.</param>
    /// <returns>Their number, and how many there were with the repeated ones.</returns>
    public static (int Different, int All) Find(string text, string suspect, Span<(int Start, double OwnFit)> places)
    {
        int count = 0, all = 0;
        for (int i = text.IndexOf(suspect, StringComparison.Ordinal); i >= 0 && count < Most; i = text.IndexOf(suspect, i + 1, StringComparison.Ordinal))
        {
            all++;
            if (!IsRepeated(text, i, suspect.Length, places[..count])) places[count++] = (i, double.NaN);
        }
        return (count, all);
    }

    private static bool IsRepeated(string text, int start, int length, ReadOnlySpan<(int Start, double OwnFit)> places)
    {
        foreach ((int earlier, _) in places)
            if (Around(text, earlier, length).SequenceEqual(Around(text, start, length))) return true;
        return false;
    }

    private static ReadOnlySpan<char> Around(string text, int start, int length) =>
        text.AsSpan(Math.Max(0, start - Surroundings)..Math.Min(text.Length, start + length + Surroundings));

    /// <summary>Reads places of a suspect.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The places.</param>
    /// <param name="suspect">The suspect.</param>
    /// <param name="original">What it may stand for.</param>
    /// <param name="judge">Says how well a word fits into a place; see <see cref="TextRepairOptions.WordJudge"/>.</param>
    /// <returns>What they say; <see langword="null"/> where the first ones already speak against it.</returns>
    public static SwapPlaces? Read(
        string text, Span<(int Start, double OwnFit)> places, SwapWord suspect, SwapWord original, Func<string, int, int, string, double> judge)
    {
        // By how much the original is the likelier word anywhere.
        double frequency = original.LogRate - suspect.LogRate, gain = 0, fit = 0, own = 0;
        int read = 0, better = 0;
        string word = original.Text;
        foreach (ref (int Start, double OwnFit) place in places)
        {
            double here = judge(text, place.Start, word.Length, word);
            // What a place says is never more than how well the original fits there.
            if (read == 0 && here < LeastOfOne) return null;
            if (double.IsNaN(place.OwnFit)) place.OwnFit = judge(text, place.Start, word.Length, suspect.Text);
            double ownHere = place.OwnFit;
            double gainHere = GainOf(here, ownHere, frequency);
            (fit, own, gain, read) = (fit + here, own + ownHere, gain + gainHere, read + 1);
            if (gainHere > 0) better++;
            if ((read == 1 && gain < LeastOfOne) || (read == 2 && gain < LeastOfTwo)) return null;
        }
        return new SwapPlaces(gain / read, (double)better / read, fit / read, own / read);
    }
}
