using TextRepair.Findings.Swaps;
using TextRepair.Models;

namespace TextRepair.Training.Swaps;

/// <summary>Gives every suspect a slot of its own, for <see cref="SwapSlots"/>: the fullest bucket first, each moved until all of its suspects have one.</summary>
internal sealed class SwapSlotBuilder
{
    // Half of the slots stay empty, so that the last buckets soon find theirs.
    private const int MostSuspects = SwapSlots.Count / 2;

    private readonly ushort[] _moves = new ushort[SwapSlots.Buckets];
    private readonly uint[] _keys = new uint[SwapSlots.Count];
    private readonly ushort[] _numbers = new ushort[SwapSlots.Count];

    /// <summary>Gives every suspect a slot.</summary>
    /// <param name="suspects">The suspects, no two of them the same.</param>
    public SwapSlotBuilder(SwapWord[] suspects)
    {
        if (suspects.Length > MostSuspects) throw new InvalidOperationException($"{suspects.Length} suspects do not go into the format, which has room for {MostSuspects}.");
        IEnumerable<ushort[]> buckets = Enumerable.Range(0, suspects.Length).GroupBy(i => SwapSlots.BucketOf(suspects[i].Key))
            .Select(bucket => bucket.Select(i => (ushort)i).ToArray())
            .OrderByDescending(bucket => bucket.Length).ThenBy(bucket => SwapSlots.BucketOf(suspects[bucket[0]].Key));
        foreach (ushort[] bucket in buckets) Place(suspects, bucket);
        // An empty slot holds the key 0, which belongs elsewhere; where it belongs, another that does.
        int home = SwapSlots.SlotOf(0, _moves[SwapSlots.BucketOf(0)]);
        if (_keys[home] == 0) _keys[home] = SwapSlots.SlotOf(1, _moves[SwapSlots.BucketOf(1)]) == home ? 2u : 1u;
    }

    /// <summary>Writes the slots.</summary>
    public void Write(ColumnWriter file)
    {
        file.Add<uint>(_keys);
        file.Add<ushort>(_numbers);
        file.Add<ushort>(_moves);
    }

    private void Place(SwapWord[] suspects, ushort[] numbers)
    {
        for (ushort move = 0; ; move++)
        {
            int placed = 0;
            for (; placed < numbers.Length; placed++)
            {
                int slot = SlotOf(suspects[numbers[placed]], move);
                if (_keys[slot] != 0) break;
                (_keys[slot], _numbers[slot]) = (suspects[numbers[placed]].Key, numbers[placed]);
            }
            if (placed == numbers.Length)
            {
                _moves[SwapSlots.BucketOf(suspects[numbers[0]].Key)] = move;
                return;
            }
            foreach (ushort number in numbers[..placed]) (_keys[SlotOf(suspects[number], move)], _numbers[SlotOf(suspects[number], move)]) = (0, 0);
            if (move == ushort.MaxValue) throw new InvalidOperationException("Two suspects are the same.");
        }
    }

    private static int SlotOf(SwapWord suspect, ushort move) => SwapSlots.SlotOf(suspect.Key, move);
}
