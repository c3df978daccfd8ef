using TextRepair.Matching;

namespace TextRepair.Context;

/// <summary>A text as the context models read it: folded characters, every known word in its disguise.</summary>
/// <remarks>
/// Reading contexts as if every swap had been made keeps them alike in clean and in damaged text. So the models learn a
/// word's context and never whether its neighbours are damaged, which is the document's evidence and is counted there.
/// </remarks>
internal sealed class ContextText
{
    private readonly int[] _positions;
    private char[] _characters;
    private int _length;

    private ContextText(int length)
    {
        _positions = new int[length + 1];
        _characters = new char[length + (length / 4) + 64];
    }

    /// <summary>Gets the folded characters.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _length);

    /// <summary>Finds where a position of the text went.</summary>
    public int PositionOf(int position) => _positions[position];

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="table">The swaps.</param>
    /// <param name="matches">All matches of the table in the text, by start and then by length.</param>
    public static ContextText Create(ReadOnlySpan<char> text, SwapTable table, List<Match> matches)
    {
        var context = new ContextText(text.Length);
        int next = 0;
        for (int i = 0; i < text.Length;)
        {
            while (next < matches.Count && matches[next].Start < i) next++;
            int longest = -1;
            for (; next < matches.Count && matches[next].Start == i; next++) longest = matches[next].Word;
            if (longest >= 0)
            {
                context.AddWord(table.DisguiseOf[longest] ?? table.Words[longest], i, table.Words[longest].Length);
                i += table.Words[longest].Length;
            }
            else
            {
                context.AddCharacter(text[i], i);
                i++;
            }
        }
        context._positions[text.Length] = context._length;
        return context;
    }

    private void AddCharacter(char c, int position)
    {
        char folded = CharacterClasses.Fold(c);
        bool goesOn = _length > 0 && _characters[_length - 1] == folded && CharacterClasses.Runs(folded);
        _positions[position] = goesOn ? _length - 1 : _length;
        if (!goesOn) Add(folded);
    }

    private void AddWord(string word, int position, int length)
    {
        for (int i = 0; i < length; i++) _positions[position + i] = _length + Math.Min(i, word.Length);
        foreach (char c in word) Add(c);
    }

    private void Add(char c)
    {
        if (_length == _characters.Length) Array.Resize(ref _characters, 2 * _length);
        _characters[_length++] = c;
    }
}
