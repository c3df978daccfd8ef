using System.Runtime.InteropServices;

namespace TextRepair.Pairing;

/// <summary>Open quotes that begin alike: where all of them seem to end after the same words, each is surer.</summary>
/// <remarks>
/// A name is quoted again in other surroundings. Measured on documents left out: of ends given 0.65 to 0.8, 76 in 100 are right
/// where no other quote begins alike, 87 where others do and end alike; at other levels the odds differ by as much.
/// </remarks>
internal static class QuoteTwins
{
    private const double Odds = 1.8;
    private const int Beginning = 2;

    /// <summary>Raises the probabilities of ends that others agree with.</summary>
    public static void Strengthen(string text, List<int> opens, List<QuoteEnd> ends)
    {
        if (opens.Count < 2) return;
        var twins = new Dictionary<(char, char), Twins>();
        for (int i = 0; i < opens.Count; i++)
        {
            if (Content(text, opens[i], ends[i]).Length < Beginning) continue;
            ref Twins known = ref CollectionsMarshal.GetValueRefOrAddDefault(twins, Key(text, opens[i]), out bool exists);
            if (!exists) known = new Twins(i, 1, true);
            else known = new Twins(known.First, known.Count + 1, known.Agree && AreAlike(text, opens, ends, known.First, i));
        }
        for (int i = 0; i < opens.Count; i++)
        {
            if (Content(text, opens[i], ends[i]).Length < Beginning || twins[Key(text, opens[i])] is not { Agree: true, Count: > 1 }) continue;
            double odds = ends[i].Probability * Odds;
            ends[i] = ends[i] with { Probability = odds / (odds + 1 - ends[i].Probability) };
        }
    }

    private static bool AreAlike(string text, List<int> opens, List<QuoteEnd> ends, int a, int b) =>
        Content(text, opens[a], ends[a]).SequenceEqual(Content(text, opens[b], ends[b]));

    private static ReadOnlySpan<char> Content(string text, int open, QuoteEnd end) =>
        end.Place < 0 ? [] : text.AsSpan(open + 1, end.Place - open - 1);

    private static (char First, char Second) Key(string text, int open) => (text[open + 1], text[open + 2]);

    private readonly record struct Twins(int First, int Count, bool Agree);
}
