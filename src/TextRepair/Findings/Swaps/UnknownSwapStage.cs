using System.Globalization;
using TextRepair.Context;
using TextRepair.Models;

namespace TextRepair.Findings.Swaps;

/// <summary>Reports words that seem to have been put for others, where no dictionary knows the swap.</summary>
/// <remarks>
/// One such word proves nothing: a text may speak of what others do not. A text where several words are too frequent, stand in
/// places of others, and these others are absent, was swapped; then all of them are named. They are proposals for a dictionary.
/// </remarks>
internal sealed class UnknownSwapStage(Func<SwapJudge> createJudge, Familiarity familiarity) : IStage
{
    /// <summary>The length from which texts are judged: in shorter ones no word is missing that should be there.</summary>
    public const int ShortestText = 2000;

    /// <summary>The length up to which they are: in longer ones so many words are looked at that some stand out by chance.</summary>
    public const int LongestText = 100_000;

    // Of a text: what the evidence of its words must add up to. Of a word in such a text: log-odds that it is named from.
    private const double Convicting = 2, Named = -1;
    private const double MostOfOne = 3;
    private const int FewestWords = 2;

    // Manuals full of commands and formulas have their own words, and Japanese and Traditional Chinese lack those of Simplified
    // Chinese as swapped text does: of 2,100 such documents 90 were reported.
    private const double LeastHan = 0.75, LeastFamiliar = 0.9;

    private readonly Lazy<SwapJudge> _judge = new(createJudge);

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (text.Length is < ShortestText or > LongestText || !IsMostlyHan(text)) return;
        List<SwapEvidence> words = _judge.Value.FindBest(text);
        if (EvidenceOf(words) < Convicting || familiarity.ShareOf(text) < LeastFamiliar) return;
        words.RemoveAll(word => word.LogOdds < Named);
        if (words.Count < FewestWords) return;
        foreach (SwapEvidence word in words) Report(text, word, output);
    }

    /// <summary>Adds up what the words of a text say for its having been swapped.</summary>
    public static double EvidenceOf(List<SwapEvidence> words) => words.Sum(word => Math.Log(1 + Math.Exp(Math.Min(word.LogOdds, MostOfOne))));

    private static bool IsMostlyHan(string text)
    {
        int han = 0, others = 0;
        foreach (char c in text)
        {
            if (Characters.IsHan(c)) han++;
            else if (!char.IsWhiteSpace(c)) others++;
        }
        return han >= LeastHan * (han + others);
    }

    private static void Report(string text, SwapEvidence word, StageOutput output)
    {
        string suspect = word.Suspect.Text, original = word.Original.Text;
        output.Findings.Add(new Finding(text.IndexOf(suspect, StringComparison.Ordinal), suspect.Length, FindingKind.UnknownSwap, string.Create(
            CultureInfo.InvariantCulture,
            $"{suspect} stands here {word.Found} times, where {word.Expected:0.0} are usual, and {original} {word.Alive} times, where {word.ExpectedAlive:0.0} are; expected {original}, which fits into {word.Places.Better:0%} of these places better. No dictionary knows this swap, so nothing is replaced: if it is one, add the line “{suspect}⇥{original}” to a dictionary.")));
    }
}
