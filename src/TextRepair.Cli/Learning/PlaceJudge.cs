using TextRepair.Ocr;

namespace TextRepair.Cli;

/// <summary>Says how well words read in a place, by the language model of characters.</summary>
internal sealed class PlaceJudge
{
    // One place says this much at most: a strange context must not outweigh all others.
    private const double Most = 3;

    private readonly LanguageModel _language = OcrModels.Default.Language;
    private readonly Dictionary<string, double> _alone = new(StringComparer.Ordinal);

    /// <summary>Says how much better one word reads in a place than another.</summary>
    /// <param name="place">The place.</param>
    /// <param name="damaged">The word that stands there.</param>
    /// <param name="original">The word that may have stood there.</param>
    /// <returns>
    /// Nats, from −3 to 3. The lesser of two: how much more probable the text becomes, and how much more the place asks for the
    /// word than its frequency alone would; by the first alone, the most frequent words would fit everywhere.
    /// </returns>
    public double Gain(WordPlace place, string damaged, string original)
    {
        double before = Cost(place.Left + damaged + place.Right), after = Cost(place.Left + original + place.Right);
        double apart = Cost($"{place.Left}\n{place.Right}");
        double fit = apart + Alone(original) - after, fitBefore = apart + Alone(damaged) - before;
        return Math.Clamp(Math.Min(before - after, fit - Math.Max(0, fitBefore)), -Most, Most);
    }

    private double Alone(string word) => _alone.TryGetValue(word, out double cost) ? cost : _alone[word] = Cost($"\n{word}\n");

    private double Cost(string text)
    {
        ReadOnlySpan<ushort> tokens = new TokenText(text, _language.Vocabulary).Ids;
        LanguageContext context = _language.Context(Vocabulary.Boundary);
        int sum = 0;
        foreach (ushort token in tokens[1..]) sum += _language.Read(ref context, token);
        return (double)sum / LanguageModel.Scale;
    }
}
