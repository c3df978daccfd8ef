namespace TextRepair.Context;

/// <summary>Folds characters that say the same of their neighbourhood: digits, Latin letters, white space, punctuation of both widths.</summary>
internal static class CharacterClasses
{
    /// <summary>Stands for a run of digits.</summary>
    public const char Digits = '0';

    /// <summary>Stands for a run of Latin letters.</summary>
    public const char Latin = 'a';

    /// <summary>Stands for white space and for the ends of the text.</summary>
    public const char Space = ' ';

    /// <summary>No folded character.</summary>
    public const char None = '\0';

    private static readonly char[] Folded = Build();

    /// <summary>Folds one character.</summary>
    public static char Fold(char c) => c is >= '\u4e00' and <= '\u9fff' ? c : Folded[c]; // most are Han characters: no need to ask memory

    /// <summary>Tells whether a run of this folded character counts as one.</summary>
    public static bool Runs(char folded) => folded is Digits or Latin or Space;

    private static char[] Build()
    {
        char[] table = new char[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            char c = (char)i;
            // Full-width forms stand 0xFEE0 above ASCII.
            char ascii = c is > '\uff00' and < '\uff5f' ? (char)(c - 0xfee0) : c;
            table[i] = char.IsDigit(c) ? Digits
                : char.IsAsciiLetter(ascii) ? Latin
                : char.IsWhiteSpace(c) || char.IsControl(c) ? Space
                : ascii is '“' or '”' or '〝' or '〞' or '「' or '」' ? '"'
                : ascii is '‘' or '’' ? '\''
                : ascii is '。' ? '.'
                : ascii is '【' or '〔' or '［' ? '('
                : ascii is '】' or '〕' or '］' ? ')'
                : ascii;
        }
        return table;
    }
}
