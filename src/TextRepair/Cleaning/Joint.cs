using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>What stands between two parts of a text that are joined again.</summary>
internal static class Joint
{
    // So many characters show which language a part is written in.
    private const int Reach = 12;

    /// <summary>Tells whether Chinese is written on both sides.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the left part ends.</param>
    /// <param name="start">Where the right part starts.</param>
    public static bool HasHanBeside(string text, int end, int start) =>
        Characters.HasHan(text.AsSpan(Math.Max(0, end - Reach)..end)) && Characters.HasHan(text.AsSpan(start, Math.Min(Reach, text.Length - start)));

    /// <summary>Gets a space where words need one: between two Latin words, and where one stood beside a Latin word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the left part ends.</param>
    /// <param name="start">Where the right part starts; there is more than nothing between the two.</param>
    public static string Between(string text, int end, int start)
    {
        char left = text[end - 1], right = text[start];
        bool bothLatin = char.IsAscii(left) && char.IsAsciiLetterOrDigit(right) && left is not ('-' or '/' or '(');
        bool hadSpace = (text[end] == ' ' || text[start - 1] == ' ') && (char.IsAscii(left) || char.IsAscii(right));
        return bothLatin || hadSpace ? " " : "";
    }
}
