using TextRepair.Findings.Swaps;
using TextRepair.Ocr;

namespace TextRepair.Cli;

/// <summary>Says how well words read in a place, by the language model of characters.</summary>
internal sealed class PlaceJudge
{
    private readonly LanguageModel _language = OcrModels.Default.Language;
    private readonly Dictionary<string, double> _alone = new(StringComparer.Ordinal);

    /// <summary>Says how much better one word reads in a place than another.</summary>
    /// <param name="place">The place.</param>
    /// <param name="damaged">The word that stands there.</param>
    /// <param name="original">The word that may have stood there.</param>
    /// <returns>Nats; see <see cref="SwapPlaces.GainOf"/>.</returns>
    public double Gain(WordPlace place, string damaged, string original)
    {
        double apart = Cost($"{place.Left}\n{place.Right}"), alone = Alone(original), ownAlone = Alone(damaged);
        double fit = apart + alone - Cost(place.Left + original + place.Right), ownFit = apart + ownAlone - Cost(place.Left + damaged + place.Right);
        return SwapPlaces.GainOf(fit, ownFit, ownAlone - alone);
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
