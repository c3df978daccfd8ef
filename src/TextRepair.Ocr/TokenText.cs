namespace TextRepair.Ocr;

/// <summary>A text as the models see it: numbers, and where each stands.</summary>
/// <remarks>White space is left out; line ends are boundaries; runs of digits and of Latin letters are one token each.</remarks>
internal sealed class TokenText
{
    private readonly List<ushort> _ids;
    private readonly List<int> _starts;

    /// <summary>Reads a text.</summary>
    public TokenText(ReadOnlySpan<char> text, Vocabulary vocabulary)
    {
        (_ids, _starts) = (new List<ushort>(text.Length + 2), new List<int>(text.Length + 2));
        Add(Vocabulary.Boundary, 0);
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            ushort id = Next(text, ref i, vocabulary, out bool skip);
            if (skip || (id == Vocabulary.Boundary && _ids[^1] == Vocabulary.Boundary)) continue;
            Add(id, start);
        }
        if (_ids.Count == 1 || _ids[^1] != Vocabulary.Boundary) Add(Vocabulary.Boundary, text.Length);
    }

    /// <summary>Gets the numbers; the first and the last are boundaries.</summary>
    public ReadOnlySpan<ushort> Ids => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ids);

    /// <summary>Gets where the tokens start, in UTF-16 code units.</summary>
    public ReadOnlySpan<int> Starts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_starts);

    /// <summary>Reads one token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Where the token starts; afterwards where it ends.</param>
    /// <param name="vocabulary">The numbers of tokens.</param>
    /// <param name="skip">Whether it is a blank, and no token.</param>
    internal static ushort Next(ReadOnlySpan<char> text, ref int i, Vocabulary vocabulary, out bool skip)
    {
        char c = text[i++];
        ushort id = vocabulary[c];
        skip = id == Vocabulary.Unknown && char.IsWhiteSpace(c);
        if (id == Vocabulary.Digits)
            while (i < text.Length && (vocabulary[text[i]] == id || IsInsideNumber(text, i, vocabulary))) i++;
        else if (id == Vocabulary.Latin)
            while (i < text.Length && vocabulary[text[i]] == id) i++;
        else if (char.IsHighSurrogate(c) && i < text.Length && char.IsLowSurrogate(text[i]))
            i++;
        return id;
    }

    private static bool IsInsideNumber(ReadOnlySpan<char> text, int i, Vocabulary vocabulary) =>
        text[i] is '.' or ',' && i + 1 < text.Length && vocabulary[text[i + 1]] == Vocabulary.Digits;

    private void Add(ushort id, int start)
    {
        _ids.Add(id);
        _starts.Add(start);
    }
}
