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
        else
        {
            Span<byte> sets = stackalloc byte[AnchorSets.Groups * Length];
            if (Avx2.IsSupported) SetsByHalves.Find(text, sets);
            else FindOneByOne(text, sets);
            Read(sets, out block);
        }
    }

    /// <summary>Finds the sets of characters one by one, as <see cref="SetsByHalves.Find"/> does; on any processor the same.</summary>
    internal static void FindOneByOne(ReadOnlySpan<char> text, Span<byte> sets)
    {
        // Most characters are in no set. The others are gathered without a branch for each character, which nobody could predict.
        Span<byte> places = stackalloc byte[Length];
        int count = 0;
        for (int i = 0; i < Length; i++)
        {
            places[count] = (byte)i;
            count += AnchorSets.HasAny(text[i]);
        }
        sets.Clear();
        foreach (byte i in places[..count])
        {
            ulong held = AnchorSets.Of(text[i]);
            for (int at = i; held != 0; held >>= AnchorSets.GroupSize, at += Length) sets[at] = (byte)held;
        }
    }

    /// <summary>Reads them from their sets.</summary>
    internal static void Read(ReadOnlySpan<byte> sets, out AnchorBlock block)
    {
        block.LineEnds = Members(sets, AnchorSets.LineEnd);
        block.Spaces = Members(sets, AnchorSets.Space);
        block.WideSpaces = Members(sets, AnchorSets.WideSpace);
        block.Digits = Members(sets, AnchorSets.Digit);
        block.Twos = Members(sets, AnchorSets.Two);
        block.Zeros = Members(sets, AnchorSets.Zero);
        block.OpeningQuotes = Members(sets, AnchorSets.OpeningQuote);
        block.ClosingQuotes = Members(sets, AnchorSets.ClosingQuote);
        block.Years = Members(sets, AnchorSets.Year);
        block.SentenceEnds = Members(sets, AnchorSets.SentenceEnd);
        block.Questions = Members(sets, AnchorSets.Question);
        block.UnitHeads = Members(sets, AnchorSets.UnitHead);
        block.Yuans = Members(sets, AnchorSets.Yuan);
        block.Multiples = Members(sets, AnchorSets.Multiple);
        block.UnitEnds = Members(sets, AnchorSets.UnitEnd);
        block.RarerUnitEnds = Members(sets, AnchorSets.RarerUnitEnd);
        block.NoticeFirsts = Members(sets, AnchorSets.NoticeFirst);
        block.NoticeSeconds = Members(sets, AnchorSets.NoticeSecond);
        block.Rare = Members(sets, AnchorSets.Rare);
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

    private static ulong Members(ReadOnlySpan<byte> sets, ulong wanted)
    {
        int group = BitOperations.TrailingZeroCount(wanted) / AnchorSets.GroupSize;
        byte mask = (byte)(wanted >> (group * AnchorSets.GroupSize));
        ReadOnlySpan<byte> members = sets.Slice(group * Length, Length);
        return Half(members, mask) | ((ulong)Half(members[Vector256<byte>.Count..], mask) << Vector256<byte>.Count);
    }

    private static uint Half(ReadOnlySpan<byte> sets, byte mask) =>
        ~Vector256.Equals(Vector256.Create(sets) & Vector256.Create(mask), Vector256<byte>.Zero).ExtractMostSignificantBits();
}
