using TextRepair.Models;

namespace TextRepair.Findings.Swaps;

/// <summary>A slot for every suspect: a perfect hash, so that one look tells whether a pair of characters is a suspect.</summary>
/// <remarks>
/// Hash and displace (D. Belazzougui, F. C. Botelho, M. Dietzfelbinger, Hash, displace, and compress, ESA 2009): pairs fall into
/// small buckets, and each bucket was moved until all of its suspects had slots of their own. Columns: the keys of the slots
/// (uint32), the numbers of their suspects and the moves of the buckets (uint16 each).
/// </remarks>
/// <param name="columns">The file, before the columns.</param>
internal sealed class SwapSlots(ColumnReader columns)
{
    /// <summary>The number of slots.</summary>
    public const int Count = 1 << SlotBits;

    /// <summary>The number of buckets.</summary>
    public const int Buckets = 1 << BucketBits;

    private const int SlotBits = 16, BucketBits = 14;

    private readonly Column<uint> _keys = columns.Next<uint>(Count);
    private readonly Column<ushort> _numbers = columns.Next<ushort>(Count);
    private readonly Column<ushort> _moves = columns.Next<ushort>(Buckets);

    /// <summary>Gets the number of the suspect in a slot that holds one.</summary>
    public int this[int slot] => _numbers[slot];

    /// <summary>Gets the slot where a pair of characters would be.</summary>
    /// <param name="key">Both characters, as <see cref="SwapWord.KeyOf"/> puts them together.</param>
    public int SlotOf(uint key) => SlotOf(key, _moves[BucketOf(key)]);

    /// <summary>Tells whether it is there.</summary>
    public bool Holds(int slot, uint key) => _keys[slot] == key;

    /// <summary>Gets the bucket of a pair of characters.</summary>
    public static int BucketOf(uint key) => (int)(key * 0x9E3779B1u >> (32 - BucketBits));

    /// <summary>Gets the slot where a pair of characters would be if its bucket were moved.</summary>
    public static int SlotOf(uint key, ushort move) => (int)((key ^ (move * 0x85EBCA6Bu)) * 0xC2B2AE35u >> (32 - SlotBits));
}
