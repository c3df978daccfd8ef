namespace TextRepair.Ocr;

/// <summary>Says how well words fit into places, by the language model of characters.</summary>
internal static class WordFit
{
    /// <summary>How many characters on either side are read.</summary>
    public const int Context = 5;

    private const int MostTokens = 64;
    private const int Reach = LanguageModel.Order - 1;

    /// <summary>Says how well a word fits into a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word that stands there starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="word">The word that may have stood there, of Han characters.</param>
    /// <returns>How much more the place asks for the word than its frequency alone would, in nats.</returns>
    public static double Of(string text, int start, int length, string word)
    {
        LanguageModel language = OcrModels.Default.Language;
        ReadOnlySpan<char> left = text.AsSpan(Math.Max(0, start - Context), Math.Min(start, Context));
        ReadOnlySpan<char> right = text.AsSpan(start + length, Math.Min(text.Length - start - length, Context));
        ReadOnlySpan<char> read = word.AsSpan(0, Math.Min(word.Length, MostTokens / 4));
        return (double)(Cost(language, left, [], right) + Cost(language, [], read, []) - Cost(language, left, read, right)) / LanguageModel.Scale;
    }

    // What the left side costs is the same with a word and without one. Without a word both sides are apart.
    private static int Cost(LanguageModel language, ReadOnlySpan<char> left, ReadOnlySpan<char> word, ReadOnlySpan<char> right)
    {
        Span<ushort> tokens = stackalloc ushort[MostTokens];
        int count = 0;
        Add(tokens, ref count, Vocabulary.Boundary);
        Add(tokens, ref count, left, language.Vocabulary);
        int from = count;
        if (word.IsEmpty) Add(tokens, ref count, Vocabulary.Boundary);
        else Add(tokens, ref count, word, language.Vocabulary);
        AddReach(tokens, ref count, right, language.Vocabulary);
        int sum = 0;
        for (int i = from; i < count; i++) sum += language.Cost(tokens[..count], i);
        return sum;
    }

    // The word reaches no further than three tokens to the right, nor over a boundary: beyond, all costs the same with it and without.
    private static void AddReach(Span<ushort> tokens, ref int count, ReadOnlySpan<char> right, Vocabulary vocabulary)
    {
        int end = count;
        for (int i = 0; i < right.Length && count < end + Reach;)
        {
            ushort id = TokenText.Next(right, ref i, vocabulary, out bool skip);
            if (!skip) Add(tokens, ref count, id);
            if (id == Vocabulary.Boundary && !skip) return;
        }
        if (count < end + Reach) Add(tokens, ref count, Vocabulary.Boundary);
    }

    private static void Add(Span<ushort> tokens, ref int count, ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        for (int i = 0; i < text.Length;)
        {
            ushort id = TokenText.Next(text, ref i, vocabulary, out bool skip);
            if (!skip) Add(tokens, ref count, id);
        }
    }

    private static void Add(Span<ushort> tokens, ref int count, ushort id)
    {
        if (id != Vocabulary.Boundary || count == 0 || tokens[count - 1] != Vocabulary.Boundary) tokens[count++] = id;
    }
}
