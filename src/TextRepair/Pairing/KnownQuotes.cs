namespace TextRepair.Pairing;

/// <summary>Finds where open quotes end, and keeps it for who asks again: the next round reads nearly the same quotes. Not thread-safe.</summary>
/// <param name="model">The model.</param>
internal sealed class KnownQuotes(QuoteModel model)
{
    private const int LongestSeen = QuoteWords.LeftReach + 1 + QuoteSpan.LongestContent + QuoteWords.Reach;

    // One huge text must not hold its memory for ever.
    private const int MostKept = 1 << 10;

    private readonly Dictionary<string, QuoteChoice> _known = new(StringComparer.Ordinal);

    /// <summary>Finds the likeliest ends of a quote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    public QuoteChoice FindEnds(ReadOnlySpan<char> text, int open)
    {
        var repetitions = new QuoteRepetitions(text, open);
        Span<char> key = stackalloc char[1 + QuoteRepetitions.WrittenLength + LongestSeen];
        key = key[..Write(text, open, repetitions, key)];
        Dictionary<string, QuoteChoice>.AlternateLookup<ReadOnlySpan<char>> known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(key, out QuoteChoice? choice)) return choice.MovedTo(open);
        return known[key] = model.FindEnds(text, open, repetitions);
    }

    /// <summary>Forgets all quotes: what comes next is another text.</summary>
    public void Forget()
    {
        _known.Clear();
        if (_known.Capacity > MostKept) _known.TrimExcess(MostKept);
    }

    // All that the model sees: the words before the quote, its places, the words behind them, and what is said elsewhere.
    private static int Write(ReadOnlySpan<char> text, int open, QuoteRepetitions repetitions, Span<char> key)
    {
        int start = Math.Max(0, open - QuoteWords.LeftReach), end = Math.Min(text.Length, QuoteSpan.FindLimit(text, open) + QuoteWords.Reach);
        key[0] = (char)(open - start);
        repetitions.Write(key[1..]);
        text[start..end].CopyTo(key[(1 + QuoteRepetitions.WrittenLength)..]);
        return 1 + QuoteRepetitions.WrittenLength + end - start;
    }
}
