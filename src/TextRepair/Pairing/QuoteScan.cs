using System.Buffers;

namespace TextRepair.Pairing;

/// <summary>Goes over the quotes of a text once and notes those that do not pair up.</summary>
internal sealed class QuoteScan(string text)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”〝〞");

    private int _open = -1;

    /// <summary>Gets how many quotes are opened and closed.</summary>
    public int Pairs { get; private set; }

    /// <summary>Gets the opening quotes without an end, conventions left out.</summary>
    public List<int> Unclosed { get; } = [];

    /// <summary>Gets quotes of one form that stand against quotes of another.</summary>
    public List<int> Mismatched { get; } = [];

    /// <summary>Reads the text.</summary>
    public void Run()
    {
        ReadOnlySpan<char> all = text;
        int i = all.IndexOfAny(Marks);
        while (i >= 0)
        {
            Take(i);
            int next = all[(i + 1)..].IndexOfAny(Marks);
            i = next < 0 ? -1 : i + 1 + next;
        }
        if (_open >= 0) Unclosed.Add(_open);
    }

    private void Take(int i)
    {
        if (Quotes.IsOpening(text[i]))
        {
            // A quote of several paragraphs is opened anew at each of them and closed once: a convention, not damage.
            if (_open >= 0 && !BeginsLine(i)) Unclosed.Add(_open);
            _open = i;
            return;
        }
        if (_open < 0) return;
        Pairs++;
        if (text[_open] == '“' && text[i] == '〞') Mismatched.Add(i);
        if (text[_open] == '〝' && text[i] == '”') Mismatched.Add(_open);
        _open = -1;
    }

    private bool BeginsLine(int i)
    {
        const int MostBlanks = 8;
        for (int k = i - 1; k >= 0 && k > i - MostBlanks; k--)
        {
            if (text[k] is '\n' or '\r') return true;
            if (!char.IsWhiteSpace(text[k])) return false;
        }
        return i < MostBlanks;
    }
}
