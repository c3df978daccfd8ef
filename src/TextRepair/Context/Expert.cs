using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TextRepair.Models;

namespace TextRepair.Context;

/// <summary>A linear model for one swap: the log-odds that the original, and not the damaged word, was meant at a place.</summary>
/// <remarks>
/// Weights are 8-bit integers in an open hash table, read in place. Sums are integers, so that the score is the same on
/// every machine.
/// </remarks>
internal sealed class Expert
{
    /// <summary>Weights count in this part of a nat.</summary>
    public const int UnitsPerNat = 32;

    private readonly EmbeddedTable _file;
    private readonly int _offset;
    private readonly int _cells;
    private readonly int _bias;
    private readonly FirstLook _firstLook;
    private readonly int _number;
    private readonly int _firstBias;

    /// <summary>Initialises an expert.</summary>
    /// <param name="file">The file that holds the hash table: 2-byte keys, then 1-byte weights; a key of 0 marks an empty cell.</param>
    /// <param name="offset">Where the table begins in the file's body, in bytes.</param>
    /// <param name="cells">The number of cells: a power of two.</param>
    /// <param name="bias">The score without any feature, in units.</param>
    /// <param name="parameters">What training measured of the swap.</param>
    /// <param name="firstLook">The models of the first look.</param>
    /// <param name="number">Which of them is that of this expert.</param>
    /// <param name="firstBias">Its score without any feature, in units.</param>
    public Expert(EmbeddedTable file, int offset, int cells, int bias, ExpertParameters parameters, FirstLook firstLook, int number, int firstBias)
    {
        (_file, _offset, _cells, _bias, Parameters) = (file, offset, cells, bias, parameters);
        (_firstLook, _number, _firstBias) = (firstLook, number, firstBias);
    }

    /// <summary>Gets what training measured of the swap.</summary>
    public ExpertParameters Parameters { get; }

    /// <summary>Asks for the cells of some features to be brought near, so that <see cref="Score"/> need not wait for them.</summary>
    public void Prefetch(ReadOnlySpan<uint> features) =>
        Prefetch(MemoryMarshal.Cast<byte, ushort>(_file.Body.Slice(_offset, 2 * _cells)), features);

    /// <summary>Scores a place by its nearest characters alone: twenty times as fast.</summary>
    /// <param name="features">The features of <see cref="FeatureExtractor.ExtractNearest"/>.</param>
    /// <returns>The calibrated log-odds of the original against the damaged word, in units.</returns>
    public int FirstUnits(ReadOnlySpan<uint> features) => _firstBias + _firstLook.Sum(_number, features);

    /// <summary>Scores a place.</summary>
    /// <param name="features">The features of <see cref="FeatureExtractor"/>.</param>
    /// <returns>The calibrated log-odds of the original against the damaged word, in nats.</returns>
    public float Score(ReadOnlySpan<uint> features)
    {
        ReadOnlySpan<byte> table = _file.Body.Slice(_offset, 3 * _cells);
        ReadOnlySpan<ushort> keys = MemoryMarshal.Cast<byte, ushort>(table[..(2 * _cells)]);
        ReadOnlySpan<sbyte> weights = MemoryMarshal.Cast<byte, sbyte>(table[(2 * _cells)..]);
        Span<int> found = stackalloc int[features.Length];
        int sum = _bias;
        foreach (int cell in found[..Find(keys, features, found)]) sum += weights[cell];
        return ((float)sum / UnitsPerNat * Parameters.Slope) + Parameters.Offset;
    }

    // Most of the time goes into waiting for memory. So sixteen cells are compared at once and nothing branches on what
    // they hold: the processor goes on to the next features while it waits.
    private static int Find(ReadOnlySpan<ushort> keys, ReadOnlySpan<uint> features, Span<int> found)
    {
        int count = 0, mask = keys.Length - 1;
        ref ushort first = ref MemoryMarshal.GetReference(keys);
        foreach (uint feature in features)
        {
            int cell = ExpertTable.HomeOf(feature, mask);
            if (cell + Vector256<ushort>.Count > keys.Length)
            {
                FindSlowly(keys, feature, cell, found, ref count);
                continue;
            }
            // In range: checked one line above.
            Vector256<ushort> here = Vector256.LoadUnsafe(ref first, (nuint)cell);
            uint equal = Vector256.Equals(here, Vector256.Create(ExpertTable.KeyOf(feature))).AsByte().ExtractMostSignificantBits();
            uint empty = Vector256.Equals(here, Vector256<ushort>.Zero).AsByte().ExtractMostSignificantBits();
            // A search ends at the first empty cell: what stands behind it belongs to others. Two bits stand for a cell.
            uint hit = equal & (empty ^ (empty - 1));
            if ((equal | empty) == 0)
            {
                FindSlowly(keys, feature, (cell + Vector256<ushort>.Count) & mask, found, ref count);
                continue;
            }
            found[count] = cell + (BitOperations.TrailingZeroCount(hit) >> 1);
            count += hit == 0 ? 0 : 1;
        }
        return count;
    }

    private static unsafe void Prefetch(ReadOnlySpan<ushort> keys, ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        // The table does not move: it is part of the mapped assembly, or of an array that is pinned. Cells that are compared at
        // once may lie in two lines of the cache.
        ushort* first = (ushort*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(keys));
        foreach (uint feature in features)
        {
            ushort* home = first + ExpertTable.HomeOf(feature, keys.Length - 1);
            Sse.Prefetch0(home);
            Sse.Prefetch0(home + Vector256<ushort>.Count - 1);
        }
    }

    private static void FindSlowly(ReadOnlySpan<ushort> keys, uint feature, int cell, Span<int> found, ref int count)
    {
        ushort key = ExpertTable.KeyOf(feature);
        for (; keys[cell] != 0; cell = (cell + 1) & (keys.Length - 1))
        {
            if (keys[cell] != key) continue;
            found[count++] = cell;
            return;
        }
    }
}
