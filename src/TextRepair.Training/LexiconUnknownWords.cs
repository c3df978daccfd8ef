using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Counts which places characters stand in, for the model of unknown words.</summary>
internal sealed class LexiconUnknownWords
{
    // Additive smoothing: a character never seen in a place is improbable there, not impossible.
    private const double Unseen = 0.5;

    private readonly long[][] _emissions = [new long[65536], new long[65536], new long[65536], new long[65536]];
    private readonly long[] _totals = new long[4];
    private readonly long[] _transitions = new long[UnknownWords.TransitionCount];

    /// <summary>Counts one word.</summary>
    /// <param name="word">The word: Chinese characters.</param>
    /// <param name="before">The length of the word before; 0 at the beginning of a stretch.</param>
    public void Add(ReadOnlySpan<char> word, int before)
    {
        bool single = word.Length == 1;
        _transitions[(before, single) switch
        {
            (0, true) => UnknownWords.StartSingle,
            (0, false) => UnknownWords.StartBegin,
            (1, true) => UnknownWords.SingleSingle,
            (1, false) => UnknownWords.SingleBegin,
            (_, true) => UnknownWords.EndSingle,
            (_, false) => UnknownWords.EndBegin,
        }]++;
        if (single)
        {
            Count(UnknownWords.Single, word[0]);
            return;
        }
        Count(UnknownWords.Begin, word[0]);
        Count(UnknownWords.End, word[^1]);
        _transitions[word.Length == 2 ? UnknownWords.BeginEnd : UnknownWords.BeginMiddle]++;
        for (int i = 1; i < word.Length - 1; i++)
        {
            Count(UnknownWords.Middle, word[i]);
            _transitions[i == word.Length - 2 ? UnknownWords.MiddleEnd : UnknownWords.MiddleMiddle]++;
        }
    }

    /// <summary>Prices the ways between places, in the order of <see cref="UnknownWords"/>.</summary>
    public int[] Transitions()
    {
        int[] prices = new int[_transitions.Length];
        // They come in pairs: the two ways that lead on from the same place.
        for (int i = 0; i < prices.Length; i += 2)
        {
            double total = _transitions[i] + _transitions[i + 1] + 2 * Unseen;
            prices[i] = LexiconWriter.Price(_transitions[i] + Unseen, total);
            prices[i + 1] = LexiconWriter.Price(_transitions[i + 1] + Unseen, total);
        }
        return prices;
    }

    /// <summary>Prices a character in its four places: 16 bits each, from the lowest.</summary>
    public ulong Emissions(char c)
    {
        ulong prices = 0;
        for (int place = 0; place < 4; place++)
            prices |= (ulong)LexiconWriter.Price(_emissions[place][c] + Unseen, _totals[place] + 65536 * Unseen) << (16 * place);
        return prices;
    }

    private void Count(byte place, char c)
    {
        _emissions[place][c]++;
        _totals[place]++;
    }
}
