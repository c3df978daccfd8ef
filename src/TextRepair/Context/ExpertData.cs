namespace TextRepair.Context;

/// <summary>An <see cref="Expert"/> as the trainer makes it.</summary>
/// <param name="Damaged">The damaged word.</param>
/// <param name="Original">The original.</param>
/// <param name="Parameters">What training measured.</param>
/// <param name="Bias">The score without any feature, in units.</param>
/// <param name="Table">The hash table.</param>
/// <param name="FirstBias">The calibrated score of the first look without any feature, in units.</param>
/// <param name="FirstLook">The calibrated weights of the first look, in units.</param>
internal sealed record ExpertData(
    string Damaged,
    string Original,
    ExpertParameters Parameters,
    int Bias,
    byte[] Table,
    int FirstBias,
    IReadOnlyList<(uint Feature, sbyte Weight)> FirstLook)
{
    /// <summary>The share of the cells of a table that may hold a weight.</summary>
    public const double MostLoad = 0.7;

    private const int LeastCells = 128;

    /// <summary>Gets the number of weights.</summary>
    public int WeightCount
    {
        get
        {
            int cells = Table.Length / 3, count = 0;
            for (int cell = 0; cell < cells; cell++) count += BitConverter.ToUInt16(Table, 2 * cell) == 0 ? 0 : 1;
            return count;
        }
    }

    /// <summary>Makes the hash table of weights.</summary>
    /// <param name="weights">Features with their weights in units, from -127 to 127.</param>
    public static byte[] MakeTable(IReadOnlyList<(uint Feature, sbyte Weight)> weights)
    {
        int cells = LeastCells;
        while (weights.Count > cells * MostLoad) cells *= 2;
        byte[] table = new byte[3 * cells];
        foreach ((uint feature, sbyte weight) in weights)
        {
            int cell = ExpertTable.HomeOf(feature, cells - 1);
            while (BitConverter.ToUInt16(table, 2 * cell) != 0) cell = (cell + 1) & (cells - 1);
            BitConverter.TryWriteBytes(table.AsSpan(2 * cell), ExpertTable.KeyOf(feature));
            table[(2 * cells) + cell] = (byte)weight;
        }
        return table;
    }
}
