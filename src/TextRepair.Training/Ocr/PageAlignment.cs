using System.Text;

namespace TextRepair.Training.Ocr;

/// <summary>What was read of a passage, character by character beside its truth.</summary>
internal sealed class PageAlignment
{
    private readonly int[] _printed;

    /// <summary>Aligns a passage.</summary>
    /// <param name="truth">The passage as printed.</param>
    /// <param name="read">The passage as read.</param>
    public PageAlignment(string truth, string read)
        : this(truth, read, Align(truth, read))
    {
    }

    private PageAlignment(string truth, string read, int[] printed) => (Truth, Read, _printed) = (truth, read, printed);

    /// <summary>Gets the passage as printed.</summary>
    public string Truth { get; }

    /// <summary>Gets the passage as read.</summary>
    public string Read { get; }

    /// <summary>Gets the character that stands on paper where a character was read; nothing where none does.</summary>
    public char? Printed(int at) => _printed[at] < 0 ? null : Truth[_printed[at]];

    /// <summary>Takes out the line breaks that are inside a paragraph on paper, and the empty lines.</summary>
    public PageAlignment InParagraphs()
    {
        var text = new StringBuilder();
        var printed = new List<int>();
        int last = -1;
        for (int i = 0; i < Read.Length; i++)
        {
            if (_printed[i] >= 0) last = _printed[i];
            if (Read[i] == '\n' && (!IsParagraphEnd(last, i) || (text.Length > 0 && text[^1] == '\n'))) continue;
            text.Append(Read[i]);
            printed.Add(_printed[i]);
        }
        return new PageAlignment(Truth, text.ToString(), [.. printed]);
    }

    private bool IsParagraphEnd(int last, int at)
    {
        int next = Array.Find(_printed[at..], place => place >= 0);
        return last < 0 || next <= last || Truth.AsSpan(last, next - last).Contains('\n');
    }

    // For each position of what was read, the position of the truth it stands for, or -1.
    private static int[] Align(string truth, string read)
    {
        int[] printed = new int[read.Length];
        Array.Fill(printed, -1);
        int[] aligned = CharacterAlignment.AlignLetters(truth, read);
        for (int i = 0; i < aligned.Length; i++)
            if (aligned[i] >= 0) printed[aligned[i]] = i;
        return printed;
    }
}
