using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TextRepair.Models;

namespace TextRepair.Anchoring;

/// <summary>Which of sixty-four characters in a row are of which <see cref="AnchorSets"/>: a bit for each character, from the lowest.</summary>
internal struct AnchorBlock
{
    /// <summary>How many characters are looked at together.</summary>
    public const int Length = 64;

    // For each group of sets the tables of the lower, the middle and the upper parts of characters.
    private static readonly byte[] Tables = Avx512Vbmi.IsSupported ? AnchorSets.GroupTables() : [];

    /// <summary>Characters of the sets of these names.</summary>
    public ulong LineEnds, Spaces, WideSpaces, Digits, Twos, Zeros, OpeningQuotes, ClosingQuotes, Years, SentenceEnds, Questions, UnitHeads, Yuans, Multiples, UnitEnds, RarerUnitEnds, NoticeFirsts, NoticeSeconds, Rare;

    /// <summary>Reads sixty-four characters.</summary>
    public static void Read(ReadOnlySpan<char> text, out AnchorBlock block)
    {
        if (Avx512Vbmi.IsSupported) ReadAtOnce(text, out block);
        else ReadOneByOne(text, out block);
    }

    /// <summary>Reads them one by one; on any processor the same.</summary>
    internal static void ReadOneByOne(ReadOnlySpan<char> text, out AnchorBlock block)
    {
        // Most characters are in no set. The others are gathered without a branch for each character, which nobody could predict.
        Span<byte> places = stackalloc byte[Length];
        int count = 0;
        for (int i = 0; i < Length; i++)
        {
            places[count] = (byte)i;
            count += AnchorSets.HasAny(text[i]);
        }
        Span<ulong> sets = stackalloc ulong[AnchorSets.Count];
        sets.Clear();
        foreach (byte i in places[..count])
            for (ulong held = AnchorSets.Of(text[i]); held != 0; held &= held - 1) sets[BitOperations.TrailingZeroCount(held)] |= 1ul << i;
        block.LineEnds = Union(sets, AnchorSets.LineEnd);
        block.Spaces = Union(sets, AnchorSets.Space);
        block.WideSpaces = Union(sets, AnchorSets.WideSpace);
        block.Digits = Union(sets, AnchorSets.Digit);
        block.Twos = Union(sets, AnchorSets.Two);
        block.Zeros = Union(sets, AnchorSets.Zero);
        block.OpeningQuotes = Union(sets, AnchorSets.OpeningQuote);
        block.ClosingQuotes = Union(sets, AnchorSets.ClosingQuote);
        block.Years = Union(sets, AnchorSets.Year);
        block.SentenceEnds = Union(sets, AnchorSets.SentenceEnd);
        block.Questions = Union(sets, AnchorSets.Question);
        block.UnitHeads = Union(sets, AnchorSets.UnitHead);
        block.Yuans = Union(sets, AnchorSets.Yuan);
        block.Multiples = Union(sets, AnchorSets.Multiple);
        block.UnitEnds = Union(sets, AnchorSets.UnitEnd);
        block.RarerUnitEnds = Union(sets, AnchorSets.RarerUnitEnd);
        block.NoticeFirsts = Union(sets, AnchorSets.NoticeFirst);
        block.NoticeSeconds = Union(sets, AnchorSets.NoticeSecond);
        block.Rare = Union(sets, AnchorSets.Rare);
    }

    // Three permutations look a group of sets up for all characters, where the processor can look up bytes in registers.
    private static void ReadAtOnce(ReadOnlySpan<char> text, out AnchorBlock block)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, Length);
        // In range: the text is as long as two vectors, and permutations take six bits of an index.
        ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        Vector512<ushort> left = Vector512.LoadUnsafe(ref characters), right = Vector512.LoadUnsafe(ref characters, (nuint)Vector512<ushort>.Count);
        Vector512<byte> evens = LowerBytes.Places;
        Vector512<byte> lower = LowerBytes.Of(left, evens, right);
        Vector512<byte> middle = LowerBytes.Of(left >> AnchorSets.MiddleShift, evens, right >> AnchorSets.MiddleShift);
        Vector512<byte> upper = LowerBytes.Of(left >> AnchorSets.UpperShift, evens, right >> AnchorSets.UpperShift);
        Vector512<byte> sets = Group(0, lower, middle, upper);
        block.LineEnds = Members(sets, AnchorSets.LineEnd);
        block.Spaces = Members(sets, AnchorSets.Space);
        block.WideSpaces = Members(sets, AnchorSets.WideSpace);
        block.Digits = Members(sets, AnchorSets.Digit);
        block.Twos = Members(sets, AnchorSets.Two);
        block.Zeros = Members(sets, AnchorSets.Zero);
        block.OpeningQuotes = Members(sets, AnchorSets.OpeningQuote);
        block.ClosingQuotes = Members(sets, AnchorSets.ClosingQuote);
        sets = Group(1, lower, middle, upper);
        block.Years = Members(sets, AnchorSets.Year >> 8);
        block.SentenceEnds = Members(sets, AnchorSets.SentenceEnd >> 8);
        block.Questions = Members(sets, AnchorSets.Question >> 8);
        block.UnitHeads = Members(sets, AnchorSets.UnitHead >> 8);
        sets = Group(2, lower, middle, upper);
        block.Yuans = Members(sets, AnchorSets.Yuan >> 16);
        block.Multiples = Members(sets, AnchorSets.Multiple >> 16);
        block.UnitEnds = Members(sets, AnchorSets.UnitEnd >> 16);
        block.RarerUnitEnds = Members(sets, AnchorSets.RarerUnitEnd >> 16);
        sets = Group(3, lower, middle, upper);
        block.NoticeFirsts = Members(sets, AnchorSets.NoticeFirst >> 24);
        block.NoticeSeconds = Members(sets, AnchorSets.NoticeSecond >> 24);
        block.Rare = Members(Group(4, lower, middle, upper), AnchorSets.Rare >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Group(int group, Vector512<byte> lower, Vector512<byte> middle, Vector512<byte> upper)
    {
        ref byte tables = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Tables), group * AnchorSets.Parts * AnchorSets.Entries);
        return Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref tables), lower)
            & Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref tables, AnchorSets.Entries), middle)
            & Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref tables, 2 * AnchorSets.Entries), upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Members(Vector512<byte> sets, ulong wanted) =>
        (~Vector512.Equals(sets & Vector512.Create((byte)wanted), Vector512<byte>.Zero)).ExtractMostSignificantBits();

    private static ulong Union(ReadOnlySpan<ulong> sets, ulong wanted)
    {
        ulong members = 0;
        for (; wanted != 0; wanted &= wanted - 1) members |= sets[BitOperations.TrailingZeroCount(wanted)];
        return members;
    }
}
