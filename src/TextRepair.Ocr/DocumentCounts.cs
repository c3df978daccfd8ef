using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextRepair.Ocr;

/// <summary>How often the characters, and the pairs of neighbours, that somebody will ask for stand in a document.</summary>
internal sealed class DocumentCounts
{
    private readonly string _text;
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<char, int> _characters = [];
    private readonly Dictionary<uint, int> _pairs = [];

    // A bit for the characters that somebody will ask for and those with the same lower bits: few others are looked up.
    private readonly ulong[] _asked = new ulong[16];

    /// <summary>Counts what the alternatives of a document ask for, in one pass.</summary>
    public DocumentCounts(string text, TokenText tokens, Vocabulary vocabulary, List<Alternative> alternatives)
    {
        (_text, _vocabulary) = (text, vocabulary);
        foreach (Alternative alternative in alternatives) Expect(tokens.Starts[alternative.Token], alternative);
        if (alternatives.Count == 0) return;
        bool wasAsked = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool isAsked = (_asked[(text[i] >> 6) & 15] >> (text[i] & 63) & 1) != 0;
            if (isAsked) Increment(_characters, text[i]);
            if (i > 0 && (isAsked || wasAsked)) Increment(_pairs, Key(text[i - 1], text[i]));
            wasAsked = isAsked;
        }
    }

    /// <summary>Gets the length of the document, in UTF-16 code units.</summary>
    public int Length => _text.Length;

    /// <summary>Gets how often a character stands in the document.</summary>
    public int Count(char c) => _characters.GetValueOrDefault(c);

    /// <summary>Gets on how many sides a character makes a pair, with the neighbours of a position, that stands in the document more often than <paramref name="times"/>.</summary>
    public int Sides(int at, char c, int times)
    {
        int sides = 0;
        if (at > 0 && _pairs.GetValueOrDefault(Key(_text[at - 1], c)) > times) sides++;
        if (at + 1 < _text.Length && _pairs.GetValueOrDefault(Key(c, _text[at + 1])) > times) sides++;
        return sides;
    }

    private void Expect(int at, Alternative alternative)
    {
        Expect(at, _text[at]);
        if (!alternative.IsDeletion) Expect(at, _vocabulary.Character(alternative.Id));
    }

    private void Expect(int at, char c)
    {
        _characters[c] = 0;
        _asked[(c >> 6) & 15] |= 1UL << (c & 63);
        if (at > 0) _pairs[Key(_text[at - 1], c)] = 0;
        if (at + 1 < _text.Length) _pairs[Key(c, _text[at + 1])] = 0;
    }

    private static void Increment<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, key);
        if (!Unsafe.IsNullRef(ref count)) count++;
    }

    private static uint Key(char left, char right) => ((uint)left << 16) | right;
}
