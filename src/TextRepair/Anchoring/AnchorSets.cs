using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextRepair.Anchoring;

/// <summary>The characters that stages begin from, in forty sets; which of them hold a character, three look-ups tell.</summary>
/// <remarks>
/// A character is cut into its lower, middle and upper six bits (the middle and the upper part share two), and each part has a
/// table of 64 entries that tells in which sets some character has this part. A set holds what all three agree on: a single
/// character and characters of one row of 64 are held exactly; where members come from several rows, a few others pass with
/// them. Sets are dealt out to groups of eight, since vector code reads a group from one byte.
/// </remarks>
internal static class AnchorSets
{
    /// <summary>How many sets there are.</summary>
    public const int Count = 40;

    /// <summary>How many sets a group has.</summary>
    public const int GroupSize = 8;

    /// <summary>How many groups there are.</summary>
    public const int Groups = Count / GroupSize;

    /// <summary>How many entries a table has.</summary>
    public const int Entries = 64;

    /// <summary>How many parts a character has.</summary>
    public const int Parts = 3;

    /// <summary>Where the middle part of a character begins, in bits.</summary>
    public const int MiddleShift = 6;

    /// <summary>Where the upper part of a character begins, in bits.</summary>
    public const int UpperShift = 10;

    /// <summary>The first group, held exactly.</summary>
    public const ulong LineEnd = 1, Space = 2, WideSpace = 4, Digit = 8, Two = 16, Zero = 32, OpeningQuote = 64, ClosingQuote = 128;

    /// <summary>年, what ends a sentence, and question marks of both widths; held exactly.</summary>
    public const ulong Year = 0x1_00, SentenceEnd = 0x1e_00, Question = 0x60_00;

    /// <summary>What units end with: 元, 万 and 亿 held exactly, and the others; 点 and 里 only behind a <see cref="UnitHead"/> (百分点, 公里).</summary>
    public const ulong Yuan = 0x1_00_00, Multiple = 0x6_00_00, UnitEnd = 0x78_00_00, RarerUnitEnd = 0x80_00_00, UnitHead = 0x80_00;

    /// <summary>What words of notices begin with, and their second characters.</summary>
    public const ulong NoticeFirst = 0x0f_00_00_00, NoticeSecond = 0xf0_00_00_00;

    /// <summary>What is so rare that it is looked at one by one (<see cref="RareKinds"/>).</summary>
    public const ulong Rare = 0xff_00_00_00_00;

    // In the order of the bits above; members that would make a common character pass with them are kept apart.
    private static readonly string[] Members =
    [
        "\n", " ", "\u3000", "0123456789", "2", "0", "“", "”",
        "年", "。", "！？；", "!?;", "…", "?", "？", "分公",
        "元", "万", "亿", "亩℃％", "倍顷", "米吨斤", "%", "点里",
        "下侵仅", "文收整名", "还可页", "VWDdb", "剩档载理", "权库供", "集编师", "IOo脚眉",
        Range('\u00c0', '\u00ff'), "\u200b\u200c\u200d\u200e\u200f\u2060", "\u00ad\ufeff\ufffd［］Ｘ", Range('\u2e80', '\u2fd5') + Range('\ue000', '\ufad9'),
        "xX", "〔〕【】〝〞", "锟锛銆鐨鈥", "烫屯",
    ];

    private static readonly ulong[] Table = Build();

    /// <summary>Gets the sets that hold a character.</summary>
    public static ulong Of(char c) => Table[c % Entries] & Table[Entries + ((c >> MiddleShift) % Entries)] & Table[(2 * Entries) + (c >> UpperShift)];

    /// <summary>Tells whether any set holds a character.</summary>
    /// <returns>1 where one does, else 0.</returns>
    public static int HasAny(char c) => (int)(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Any.Held), c >> 6) >> c) & 1; // in range: a bit for every character

    /// <summary>Makes the tables of bytes: for each group that of the lower parts, then of the middle and of the upper ones.</summary>
    public static byte[] GroupTables() =>
        [.. Enumerable.Range(0, Groups).SelectMany(group => Table.Select(sets => (byte)(sets >> (group * GroupSize))))];

    private static ulong[] Build()
    {
        ulong[] table = new ulong[Parts * Entries];
        for (int set = 0; set < Count; set++)
        {
            foreach (char c in Members[set])
            {
                table[c % Entries] |= 1ul << set;
                table[Entries + ((c >> MiddleShift) % Entries)] |= 1ul << set;
                table[(2 * Entries) + (c >> UpperShift)] |= 1ul << set;
            }
        }
        return table;
    }

    private static string Range(char first, char last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(c => (char)c));

    // Made only where characters are read one by one.
    private static class Any
    {
        // A bit for each character that is in some set: small enough for the first-level cache.
        public static readonly ulong[] Held = Find();

        private static ulong[] Find()
        {
            ulong[] held = new ulong[(char.MaxValue + 1) / 64];
            for (int c = 0; c <= char.MaxValue; c++) if (Of((char)c) != 0) held[c / 64] |= 1ul << c;
            return held;
        }
    }
}
