using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextRepair.Findings;

/// <summary>Finds the ends of units that no digit stands before, for sixty-four places at once where the processor can look up bytes in registers.</summary>
/// <remarks>
/// As <c>WidePairFilter</c> does: characters are dealt out to eight buckets, and each half of seven bits has a table that tells the
/// buckets in which a character has this half. Some places pass that need not, none is held back.
/// </remarks>
internal static class UnitFilter
{
    /// <summary>How many places are looked at together.</summary>
    public const int Block = 64;

    private const int Entries = 128, HalfBits = 7, Buckets = 8;

    // 128 entries for the lower half, then for the upper.
    private static readonly byte[] Tables = Build();

    /// <summary>Gets a value indicating whether the processor can do it.</summary>
    public static bool IsSupported => Avx512Vbmi.IsSupported;

    /// <summary>Tells whether a unit may end with a character: what <see cref="Scan"/> looks up at once.</summary>
    public static bool MayEnd(char c) => (Tables[c & (Entries - 1)] & Tables[Entries + ((c >> HalfBits) & (Entries - 1))]) != 0;

    /// <summary>Looks at a block.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the block begins: not at the start of the text; it must lie in the text.</param>
    /// <returns>A bit for each place where a unit may end and before which no digit stands, from the lowest.</returns>
    public static ulong Scan(ReadOnlySpan<char> text, int start)
    {
        // In range: the caller says so, and permutations take seven bits of an index.
        ref ushort characters = ref Unsafe.Add(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), start);
        ref byte tables = ref MemoryMarshal.GetArrayDataReference(Tables);
        Vector512<ushort> left = Vector512.LoadUnsafe(ref characters), right = Vector512.LoadUnsafe(ref characters, (nuint)Vector512<ushort>.Count);
        Vector512<byte> lower = Vector512.Narrow(left & Vector512.Create((ushort)byte.MaxValue), right & Vector512.Create((ushort)byte.MaxValue));
        Vector512<byte> upper = Vector512.Narrow(left >>> HalfBits & Vector512.Create((ushort)byte.MaxValue), right >>> HalfBits & Vector512.Create((ushort)byte.MaxValue));
        Vector512<byte> buckets = Avx512Vbmi.PermuteVar64x8x2(Table(ref tables, 0), lower, Table(ref tables, 1)) & Avx512Vbmi.PermuteVar64x8x2(Table(ref tables, 2), upper, Table(ref tables, 3));
        ulong ends = ~Vector512.Equals(buckets, Vector512<byte>.Zero).ExtractMostSignificantBits();
        return ends == 0 ? 0 : ends & ~BehindDigits(ref Unsafe.Subtract(ref characters, 1));
    }

    private static ulong BehindDigits(ref ushort before)
    {
        Vector512<ushort> zero = Vector512.Create((ushort)'0'), ten = Vector512.Create((ushort)10);
        ulong low = Vector512.LessThan(Vector512.LoadUnsafe(ref before) - zero, ten).ExtractMostSignificantBits();
        return low | (Vector512.LessThan(Vector512.LoadUnsafe(ref before, (nuint)Vector512<ushort>.Count) - zero, ten).ExtractMostSignificantBits() << Vector512<ushort>.Count);
    }

    private static Vector512<byte> Table(ref byte tables, int number) => Vector512.LoadUnsafe(ref tables, (nuint)(number * Block));

    private static byte[] Build()
    {
        byte[] tables = new byte[2 * Entries];
        for (int i = 0; i < Unit.Ends.Length; i++)
        {
            tables[Unit.Ends[i] & (Entries - 1)] |= (byte)(1 << (i % Buckets));
            tables[Entries + ((Unit.Ends[i] >> HalfBits) & (Entries - 1))] |= (byte)(1 << (i % Buckets));
        }
        return tables;
    }
}
