using System.Runtime.InteropServices;
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

    /// <summary>Initialises an expert.</summary>
    /// <param name="file">The file that holds the hash table: 2-byte keys, then 1-byte weights; a key of 0 marks an empty cell.</param>
    /// <param name="offset">Where the table begins in the file's body, in bytes.</param>
    /// <param name="cells">The number of cells: a power of two.</param>
    /// <param name="bias">The score without any feature, in units.</param>
    /// <param name="parameters">What training measured of the swap.</param>
    public Expert(EmbeddedTable file, int offset, int cells, int bias, ExpertParameters parameters) =>
        (_file, _offset, _cells, _bias, Parameters) = (file, offset, cells, bias, parameters);

    /// <summary>Gets what training measured of the swap.</summary>
    public ExpertParameters Parameters { get; }

    /// <summary>Scores a place.</summary>
    /// <param name="features">The features of <see cref="FeatureExtractor"/>.</param>
    /// <returns>The calibrated log-odds of the original against the damaged word, in nats.</returns>
    public float Score(ReadOnlySpan<uint> features)
    {
        ReadOnlySpan<byte> table = _file.Body.Slice(_offset, 3 * _cells);
        ReadOnlySpan<ushort> keys = MemoryMarshal.Cast<byte, ushort>(table[..(2 * _cells)]);
        ReadOnlySpan<byte> weights = table[(2 * _cells)..];
        int sum = _bias, mask = _cells - 1;
        foreach (uint feature in features)
        {
            int cell = ExpertTable.HomeOf(feature, mask);
            ushort key = ExpertTable.KeyOf(feature);
            while (keys[cell] != 0)
            {
                if (keys[cell] == key)
                {
                    sum += (sbyte)weights[cell];
                    break;
                }
                cell = (cell + 1) & mask;
            }
        }
        return ((float)sum / UnitsPerNat * Parameters.Slope) + Parameters.Offset;
    }
}
