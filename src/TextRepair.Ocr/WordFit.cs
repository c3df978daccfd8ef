namespace TextRepair.Ocr;

/// <summary>Says how well words fit into places, by the language model of characters.</summary>
internal static class WordFit
{
    private const int LongestWord = 16;

    // Several words are asked for in the same few places, one place after the other, and the same words again in other texts.
    private const int KeptGaps = 8, KeptWords = 1 << 12;

    [ThreadStatic]
    private static WordGap[]? Gaps;

    // Words of two characters, and below them what they cost alone: read and written in one piece, so that threads may share them.
    private static readonly ulong[] Alone = new ulong[KeptWords];

    /// <summary>Says how well a word fits into a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word that stands there starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="word">The word that may have stood there, of Han characters.</param>
    /// <returns>How much more the place asks for the word than its frequency alone would, in nats.</returns>
    public static double Of(string text, int start, int length, string word)
    {
        LanguageModel language = OcrModels.Default.Language;
        Span<ushort> ids = stackalloc ushort[LongestWord];
        ReadOnlySpan<ushort> put = ids[..Read(language, word, ids)];
        WordGap gap = GapAt(language, text, start, length);
        return (double)(gap.CostApart + CostAlone(language, word, put) - gap.CostOf(put, language)) / LanguageModel.Scale;
    }

    /// <summary>Says which of two words stands in a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word that stands there starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="word">The word that may have stood there.</param>
    /// <param name="other">The other word that may have.</param>
    /// <returns>How much likelier the first word is there than the second, in nats.</returns>
    public static double Compare(string text, int start, int length, string word, string other) =>
        Compare(OcrModels.Default.Language, text, start, length, word, other);

    /// <summary>Says the same by any language model.</summary>
    public static double Compare(LanguageModel language, string text, int start, int length, string word, string other)
    {
        Span<ushort> ids = stackalloc ushort[LongestWord];
        WordGap gap = GapAt(language, text, start, length);
        int cost = gap.CostOf(ids[..Read(language, other, ids)], language);
        return (double)(cost - gap.CostOf(ids[..Read(language, word, ids)], language)) / LanguageModel.Scale;
    }

    private static int Read(LanguageModel language, string word, Span<ushort> ids) =>
        WordGap.Read(word.AsSpan(0, Math.Min(word.Length, LongestWord)), language.Vocabulary, ids);

    private static WordGap GapAt(LanguageModel language, string text, int start, int length)
    {
        Gaps ??= [.. Enumerable.Range(0, KeptGaps).Select(_ => new WordGap())];
        WordGap gap = Gaps[(uint)start % KeptGaps];
        gap.MoveTo(text, start, length, language);
        return gap;
    }

    private static int CostAlone(LanguageModel language, string word, ReadOnlySpan<ushort> put)
    {
        if (word.Length != 2) return Read(language, put);
        uint key = ((uint)word[0] << 16) | word[1];
        ref ulong kept = ref Alone[key * 0x9E3779B1u >> 20];
        ulong known = Volatile.Read(ref kept);
        if ((uint)(known >> 32) == key) return (int)known;
        int cost = Read(language, put);
        Volatile.Write(ref kept, ((ulong)key << 32) | (uint)cost);
        return cost;
    }

    private static int Read(LanguageModel language, ReadOnlySpan<ushort> put)
    {
        LanguageContext context = language.Context(Vocabulary.Boundary);
        return WordGap.Read(language, ref context, put) + WordGap.Read(language, ref context, [Vocabulary.Boundary]);
    }
}
