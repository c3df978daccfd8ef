using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TextRepair.Cleaning;

/// <summary>One line of a text.</summary>
/// <param name="Start">Where its first character stands that is no blank.</param>
/// <param name="End">Where it ends, exclusive, blanks at the end not counted.</param>
/// <param name="Indent">How many columns it is indented.</param>
/// <param name="Columns">How wide it is with its indent: two columns for a Han character, one for a Latin one.</param>
/// <param name="AfterBlank">Whether an empty line stands before it.</param>
internal readonly record struct TextLine(int Start, int End, int Indent, int Columns, bool AfterBlank)
{
    // Hangul begins here, and then what is set as wide as a Han character, quotes and dashes included.
    private const char FirstWide = '\u1100';

    /// <summary>Splits a text into lines, empty ones left out.</summary>
    public static List<TextLine> Split(ReadOnlySpan<char> text)
    {
        var lines = new List<TextLine>();
        Split(text, lines);
        return lines;
    }

    /// <summary>Splits a text into lines, empty ones left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Receives the lines.</param>
    public static void Split(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        bool afterBlank = false;
        for (int start = 0; start < text.Length;)
        {
            int length = text[start..].IndexOf('\n');
            int end = length < 0 ? text.Length : start + length;
            TextLine line = Measure(text, start, end, afterBlank);
            afterBlank = line.Start >= line.End;
            if (!afterBlank) lines.Add(line);
            start = end + 1;
        }
    }

    private static TextLine Measure(ReadOnlySpan<char> text, int start, int end, bool afterBlank)
    {
        while (end > start && Models.Characters.IsBlank(text[end - 1])) end--;
        int first = start;
        while (first < end && Models.Characters.IsBlank(text[first])) first++;
        int indent = ColumnsOf(text[start..first]);
        return new TextLine(first, end, indent, indent + ColumnsOf(text[first..end]), afterBlank);
    }

    /// <summary>Counts the columns of some text: two for what is as wide as a Han character, one for the rest, none for a form feed.</summary>
    internal static int ColumnsOf(ReadOnlySpan<char> text)
    {
        int narrow = text.Count('\f'), i = 0;
        // Sixteen characters at a time: in range, since the last step ends where the text does.
        ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; i + Vector256<ushort>.Count <= text.Length; i += Vector256<ushort>.Count)
        {
            Vector256<ushort> isNarrow = Vector256.LessThan(Vector256.LoadUnsafe(ref characters, (nuint)i), Vector256.Create((ushort)FirstWide));
            narrow += BitOperations.PopCount(isNarrow.ExtractMostSignificantBits());
        }
        foreach (char c in text[i..]) narrow += c < FirstWide ? 1 : 0;
        return (2 * text.Length) - narrow;
    }
}
