namespace TextRepair.Ocr;

/// <summary>A place of a text where words may have stood: what does not depend on the word is looked up once.</summary>
internal sealed class WordGap
{
    /// <summary>How many characters on either side are read.</summary>
    public const int Context = 5;

    // The word reaches no further than three tokens to the right, nor over a boundary: beyond, all costs the same with it and without.
    private const int Reach = LanguageModel.Order - 1;

    private readonly char[] _around = new char[2 * Context];
    private readonly ushort[] _right = new ushort[Reach];
    private int _leftLength = -1, _rightLength, _rightCount;
    private LanguageContext _before;
    private LanguageModel? _language;

    /// <summary>Gets what the right side costs where it stands apart from the left one, without a word.</summary>
    public int CostApart { get; private set; }

    /// <summary>Moves to a place; nothing is looked up where the last one looked the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the place starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="language">The model.</param>
    public void MoveTo(string text, int start, int length, LanguageModel language)
    {
        ReadOnlySpan<char> left = text.AsSpan(Math.Max(0, start - Context)..start), right = text.AsSpan((start + length)..Math.Min(text.Length, start + length + Context));
        if (ReferenceEquals(language, _language) && left.Length == _leftLength && left.SequenceEqual(_around.AsSpan(0, _leftLength)) && right.SequenceEqual(_around.AsSpan(Context, _rightLength))) return;
        (_language, _leftLength, _rightLength) = (language, left.Length, right.Length);
        left.CopyTo(_around);
        right.CopyTo(_around.AsSpan(Context));
        Span<ushort> ids = stackalloc ushort[Context + 1];
        ids[0] = Vocabulary.Boundary;
        int count = 1 + Read(left, language.Vocabulary, ids[1..]);
        _before = language.Before(ids[..count], count);
        _rightCount = ReadRight(right, language.Vocabulary);
        CostApart = CostOf([Vocabulary.Boundary], language);
    }

    /// <summary>Gets what a word and the right side cost here. What the left side costs is the same with any word.</summary>
    public int CostOf(ReadOnlySpan<ushort> word, LanguageModel language)
    {
        LanguageContext context = _before;
        return Read(language, ref context, word) + Read(language, ref context, _right.AsSpan(0, _rightCount));
    }

    /// <summary>Gets what tokens cost after others; boundaries in a row are one.</summary>
    public static int Read(LanguageModel language, ref LanguageContext context, ReadOnlySpan<ushort> ids)
    {
        int sum = 0;
        foreach (ushort id in ids)
            if (id != Vocabulary.Boundary || context.Last != Vocabulary.Boundary) sum += language.Read(ref context, id);
        return sum;
    }

    /// <summary>Reads the tokens of a text.</summary>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<char> text, Vocabulary vocabulary, Span<ushort> ids)
    {
        int count = 0;
        for (int i = 0; i < text.Length;)
        {
            ushort id = TokenText.Next(text, ref i, vocabulary, out bool skip);
            if (!skip) ids[count++] = id;
        }
        return count;
    }

    private int ReadRight(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        int count = 0;
        for (int i = 0; i < text.Length && count < Reach;)
        {
            ushort id = TokenText.Next(text, ref i, vocabulary, out bool skip);
            if (skip) continue;
            _right[count++] = id;
            if (id == Vocabulary.Boundary) return count;
        }
        if (count < Reach) _right[count++] = Vocabulary.Boundary;
        return count;
    }
}
