namespace TextRepair.Ocr;

/// <summary>The characters the models know, each with a number; everything alike shares one.</summary>
internal sealed class Vocabulary
{
    /// <summary>Start and end of a paragraph.</summary>
    public const ushort Boundary = 0;

    /// <summary>A character too rare to have a number.</summary>
    public const ushort Unknown = 1;

    /// <summary>A run of digits.</summary>
    public const ushort Digits = 2;

    /// <summary>A run of Latin letters.</summary>
    public const ushort Latin = 3;

    /// <summary>The first number given to a character.</summary>
    public const ushort First = 4;

    // What scans confuse, or what says the same in both widths, is one character to the models.
    private const string Folded = ",.;:!?()[]{}\"'〝〞＂‘’”﹙﹚｛｝【】〔〕［］~-–―─";
    private const string FoldedTo = "，。；：！？（）（）（）““““““““（）（）（）（）（）～————";

    private readonly ushort[] _ids = new ushort[0x10000];
    private readonly char[] _characters;

    /// <summary>Initialises a vocabulary.</summary>
    /// <param name="characters">The characters, from number <see cref="First"/> on.</param>
    public Vocabulary(ReadOnlySpan<char> characters)
    {
        _characters = characters.ToArray();
        Array.Fill(_ids, Unknown);
        for (int i = 0; i < characters.Length; i++) _ids[characters[i]] = (ushort)(First + i);
        for (int i = 0; i < Folded.Length; i++) _ids[Folded[i]] = _ids[FoldedTo[i]];
        for (char c = '0'; c <= '9'; c++) _ids[c] = _ids[Wide(c)] = Digits;
        for (char c = 'a'; c <= 'z'; c++) _ids[c] = _ids[Wide(c)] = _ids[c - 32] = _ids[Wide((char)(c - 32))] = Latin;
        _ids['\n'] = _ids['\r'] = _ids['\f'] = Boundary;
    }

    /// <summary>Gets how many numbers there are.</summary>
    public int Count => First + _characters.Length;

    /// <summary>Gets the characters, from number <see cref="First"/> on.</summary>
    public ReadOnlySpan<char> Characters => _characters;

    /// <summary>Gets the number of a character.</summary>
    public ushort this[char c] => _ids[c];

    /// <summary>Gets the character of a number at or above <see cref="First"/>.</summary>
    public char Character(int id) => _characters[id - First];

    /// <summary>Gets a character as the models see it.</summary>
    public static char Fold(char c)
    {
        int i = Folded.IndexOf(c, StringComparison.Ordinal);
        return i < 0 ? c : FoldedTo[i];
    }

    /// <summary>Says whether a character is one of the common Han characters (those of the basic plane).</summary>
    public static bool IsHan(char c) => HanBit(c) != 0;

    /// <summary>Says the same as <see cref="IsHan"/> without a branch: 1 or 0.</summary>
    public static int HanBit(char c) => ((uint)(c - '\u4e00') < 0x5200 ? 1 : 0) | ((uint)(c - '\u3400') < 0x19c0 ? 1 : 0) | (c == '〇' ? 1 : 0);

    private static char Wide(char c) => (char)(c - '!' + '！');
}
