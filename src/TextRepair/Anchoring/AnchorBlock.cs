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
        if (Avx512Vbmi.IsSupported)
        {
            ReadAtOnce(text, out block);
            return;
        }
        Span<byte> sets = stackalloc byte[AnchorSets.Groups * Length];
        if (Avx2.IsSupported) SetsByHalves.Find(text, sets);
        else FindOneByOne(text, sets);
        Read(sets, out block);
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
    internal static void Read(ReadOnlySpan<byte> sets, out AnchorBlock block) =>
        Fill(Group(sets, 0), Group(sets, 1), Group(sets, 2), Group(sets, 3), Group(sets, 4), out block);

    private static Vector512<byte> Group(ReadOnlySpan<byte> sets, int group) => Vector512.Create(sets.Slice(group * Length, Length));

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
        Fill(Group(0, lower, middle, upper), Group(1, lower, middle, upper), Group(2, lower, middle, upper), Group(3, lower, middle, upper), Group(4, lower, middle, upper), out block);
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
    private static void Fill(Vector512<byte> first, Vector512<byte> second, Vector512<byte> third, Vector512<byte> fourth, Vector512<byte> fifth, out AnchorBlock block)
    {
        block.LineEnds = Members(first, AnchorSets.LineEnd);
        block.Spaces = Members(first, AnchorSets.Space);
        block.WideSpaces = Members(first, AnchorSets.WideSpace);
        block.Digits = Members(first, AnchorSets.Digit);
        block.Twos = Members(first, AnchorSets.Two);
        block.Zeros = Members(first, AnchorSets.Zero);
        block.OpeningQuotes = Members(first, AnchorSets.OpeningQuote);
        block.ClosingQuotes = Members(first, AnchorSets.ClosingQuote);
        block.Years = Members(second, AnchorSets.Year);
        block.SentenceEnds = Members(second, AnchorSets.SentenceEnd);
        block.Questions = Members(second, AnchorSets.Question);
        block.UnitHeads = Members(second, AnchorSets.UnitHead);
        block.Yuans = Members(third, AnchorSets.Yuan);
        block.Multiples = Members(third, AnchorSets.Multiple);
        block.UnitEnds = Members(third, AnchorSets.UnitEnd);
        block.RarerUnitEnds = Members(third, AnchorSets.RarerUnitEnd);
        block.NoticeFirsts = Members(fourth, AnchorSets.NoticeFirst);
        block.NoticeSeconds = Members(fourth, AnchorSets.NoticeSecond);
        block.Rare = Members(fifth, AnchorSets.Rare);
    }

    // The characters of some sets, all of the group that is given.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Members(Vector512<byte> group, ulong wanted)
    {
        byte mask = (byte)(wanted >> (BitOperations.TrailingZeroCount(wanted) / AnchorSets.GroupSize * AnchorSets.GroupSize));
        return Vector512.IsHardwareAccelerated
            ? (~Vector512.Equals(group & Vector512.Create(mask), Vector512<byte>.Zero)).ExtractMostSignificantBits()
            : Half(group.GetLower(), mask) | ((ulong)Half(group.GetUpper(), mask) << Vector256<byte>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(Vector256<byte> sets, byte mask) => ~Vector256.Equals(sets & Vector256.Create(mask), Vector256<byte>.Zero).ExtractMostSignificantBits();
}
