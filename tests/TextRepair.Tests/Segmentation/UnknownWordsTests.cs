using CsCheck;
using TextRepair.Segmentation;

namespace TextRepair.Tests.Segmentation;

/// <summary>Viterbi's algorithm against trying every sequence of places.</summary>
public sealed class UnknownWordsTests
{
    private static readonly int[][] Ways =
    [
        // From a place (row) to a place (column): begin, middle, end, single; -1 where there is no way.
        [-1, UnknownWords.BeginMiddle, UnknownWords.BeginEnd, -1],
        [-1, UnknownWords.MiddleMiddle, UnknownWords.MiddleEnd, -1],
        [UnknownWords.EndBegin, -1, -1, UnknownWords.EndSingle],
        [UnknownWords.SingleBegin, -1, -1, UnknownWords.SingleSingle],
    ];

    [Fact]
    public void The_places_are_those_of_a_cheapest_sequence() =>
        Gen.Char["杭研网易雷猴龘们子阿"].Array[1, 7].Sample(characters =>
        {
            byte[] places = new byte[characters.Length];
            UnknownWords.Decode(Lexicon.Default, characters, places);
            Assert.Equal(Cheapest(characters, 0, -1), Price(characters, places));
        });

    private static long Price(char[] text, byte[] places)
    {
        long sum = 0;
        for (int i = 0; i < text.Length; i++)
            sum += Step(i == 0 ? -1 : places[i - 1], places[i]) + Emission(text[i], places[i]);
        return sum;
    }

    private static long Cheapest(char[] text, int i, int before)
    {
        if (i == text.Length) return before is UnknownWords.End or UnknownWords.Single ? 0 : int.MaxValue;
        return Enumerable.Range(0, 4).Where(place => Step(before, place) >= 0)
            .Min(place => Step(before, place) + Emission(text[i], place) + Cheapest(text, i + 1, place));
    }

    private static long Step(int before, int place)
    {
        int way = before >= 0 ? Ways[before][place]
            : place == UnknownWords.Begin ? UnknownWords.StartBegin
            : place == UnknownWords.Single ? UnknownWords.StartSingle
            : -1;
        return way < 0 ? -1 : Lexicon.Default.Transitions[way];
    }

    private static long Emission(char c, int place) =>
        (ushort)(Lexicon.Default.Emissions[Lexicon.Default.Codes[c]] >> (16 * place));
}
