using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>A mark of a scan with what stands beside it, spaces passed over.</summary>
internal readonly ref struct ScanMark
{
    /// <summary>Reads the place of a mark.</summary>
    public ScanMark(ReadOnlySpan<char> text, int at)
    {
        Mark = text[at];
        int left = at - 1, right = at + 1;
        while (left >= 0 && text[left] == ' ') left--;
        while (right < text.Length && text[right] == ' ') right++;
        (Left, Right) = (left < 0 ? '\n' : text[left], right == text.Length ? '\n' : text[right]);
        (IsApart, IsSpaced) = (left < at - 1, right > at + 1);
    }

    /// <summary>Gets the mark.</summary>
    public char Mark { get; }

    /// <summary>Gets the character before it; a line end where it is the first of its line.</summary>
    public char Left { get; }

    /// <summary>Gets the character after it; a line end where it is the last of its line.</summary>
    public char Right { get; }

    /// <summary>Gets whether a space stands before it.</summary>
    public bool IsApart { get; }

    /// <summary>Gets whether a space stands after it.</summary>
    public bool IsSpaced { get; }

    /// <summary>Gets whether it is the first of its line.</summary>
    public bool IsFirst => Left is '\n' or '\f';

    /// <summary>Gets whether it is the last of its line.</summary>
    public bool IsLast => Right is '\n' or '\r' or '\f';

    /// <summary>Gets whether a space or the end of the line stands after it.</summary>
    public bool IsFree => IsSpaced || IsLast;

    /// <summary>Says whether a character belongs to Chinese text: Han, or a mark that closes something.</summary>
    public static bool IsChinese(char c) => Characters.IsHan(c) || c is '”' or '》' or '）' or '】' or ')';

    /// <summary>Says whether a character opens something.</summary>
    public static bool Opens(char c) => c is '“' or '《' or '（';

    /// <summary>Says whether a character is a full-width mark between parts of a text.</summary>
    public static bool IsPause(char c) => c is '，' or '。' or '、' or '；' or '：' or '？' or '！';
}
