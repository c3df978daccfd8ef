using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextRepair.Models;

namespace TextRepair.Context;

/// <summary>The small models that look at the nearest characters only: one for each <see cref="Expert"/>, all in one table that stays near the processor.</summary>
/// <remarks>
/// The first step of a cascade (Viola and Jones, 2001): what it is sure of need not be read in full. Integer sums, so scores are
/// the same on every machine. Immutable.
/// </remarks>
internal sealed class FirstLook(EmbeddedTable file, int offset)
{
    private const uint CellBits = (1u << (2 * FirstLookTable.Cells)) - 1; // two bits stand for a cell

    /// <summary>Adds up the weights of a place's nearest characters.</summary>
    /// <param name="expert">The number of the expert.</param>
    /// <param name="features">The features of <see cref="FeatureExtractor.ExtractNearest"/>.</param>
    /// <returns>The sum, in units.</returns>
    public int Sum(int expert, ReadOnlySpan<uint> features)
    {
        ref byte table = ref MemoryMarshal.GetReference(file.Body.Slice(offset, FirstLookTable.Length));
        int sum = 0;
        foreach (uint feature in features)
        {
            // In range: the number of a bucket has as many bits as there are buckets.
            ulong hash = FirstLookTable.HashOf(expert, feature);
            ref byte bucket = ref Unsafe.Add(ref table, FirstLookTable.BucketOf(hash) * FirstLookTable.BucketLength);
            var keys = Vector256.LoadUnsafe(ref Unsafe.As<byte, ushort>(ref bucket));
            uint found = Vector256.Equals(keys, Vector256.Create(FirstLookTable.KeyOf(hash))).AsByte().ExtractMostSignificantBits() & CellBits;
            // Without a branch: whether a feature is known is a coin toss.
            int cell = (BitOperations.TrailingZeroCount(found) >> 1) & 15, known = (int)(found | (0 - found)) >> 31;
            sum += (sbyte)Unsafe.Add(ref bucket, FirstLookTable.Weights + (cell & known)) & known;
        }
        return sum;
    }
}
