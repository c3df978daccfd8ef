using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>What stands at the end of a line, in classes.</summary>
internal static class LineEnd
{
    /// <summary>A sentence ends, closing quotes and brackets passed over.</summary>
    public const int Sentence = 0;

    /// <summary>A semicolon.</summary>
    public const int Semicolon = 1;

    /// <summary>A colon.</summary>
    public const int Colon = 2;

    /// <summary>A comma.</summary>
    public const int Comma = 3;

    /// <summary>A Han character.</summary>
    public const int Han = 4;

    /// <summary>Anything else.</summary>
    public const int Other = 5;

    /// <summary>The number of classes.</summary>
    public const int Count = 6;

    /// <summary>Gets the class of a line's end.</summary>
    public static int Of(ReadOnlySpan<char> text, TextLine line)
    {
        int last = line.End - 1;
        while (last > line.Start && text[last] is '”' or '’' or '」' or '"' or ' ') last--;
        char c = text[last];
        if (c is ';' or '；') return Semicolon;
        if (Characters.EndsSentence(c) || c == '.' || (c == '*' && last > line.Start && Characters.IsHan(text[last - 1]))) return Sentence;
        if (c is ':' or '：') return Colon;
        if (Characters.IsComma(c)) return Comma;
        return Characters.IsHan(c) ? Han : Other;
    }
}
