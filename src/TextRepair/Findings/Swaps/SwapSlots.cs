namespace TextRepair.Findings.Swaps;

/// <summary>A slot for every suspect: a perfect hash, so that one look tells whether a pair of characters is a suspect.</summary>
/// <remarks>
/// Hash and displace (D. Belazzougui, F. C. Botelho, M. Dietzfelbinger, Hash, displace, and compress, ESA 2009): pairs fall into
/// small buckets, and each bucket, the fullest first, is moved until all of its suspects have slots of their own.
/// </remarks>
internal sealed class SwapSlots
{
    /// <summary>The number of slots.</summary>
    public const int Count = 1 << SlotBits;

    /// <summary>The most suspects there may be: half of the slots stay empty, so that the last buckets soon find theirs.</summary>
    public const int MostSuspects = Count / 2;

    private const int SlotBits = 16, BucketBits = 14;

    private readonly ushort[] _moves = new ushort[1 << BucketBits];
    private readonly uint[] _keys = new uint[Count];
    private readonly ushort[] _numbers = new ushort[Count];

    /// <summary>Gives every suspect a slot.</summary>
    /// <param name="suspects">The suspects, no two of them the same.</param>
    public SwapSlots(SwapWord[] suspects)
    {
        int[] starts = new int[_moves.Length + 1];
        foreach (SwapWord suspect in suspects) starts[BucketOf(suspect.Key)]++;
        int fullest = starts.Max();
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        // Each is the end of its bucket so far; numbers that are put in from behind make it the start.
        ushort[] numbers = new ushort[suspects.Length];
        for (int i = suspects.Length - 1; i >= 0; i--) numbers[--starts[BucketOf(suspects[i].Key)]] = (ushort)i;
        for (int size = fullest; size > 0; size--)
        {
            for (int i = 0; i < _moves.Length; i++)
                if (starts[i + 1] - starts[i] == size) Place(suspects, numbers.AsSpan(starts[i]..starts[i + 1]));
        }
        // An empty slot holds the key 0, which belongs elsewhere; where it belongs, another that does.
        ref uint home = ref _keys[SlotOf(0)];
        if (home == 0) home = SlotOf(1) == SlotOf(0) ? 2u : 1u;
    }

    /// <summary>Gets the number of the suspect in a slot that holds one.</summary>
    public int this[int slot] => _numbers[slot];

    /// <summary>Gets the slot where a pair of characters would be.</summary>
    /// <param name="key">Both characters, as <see cref="SwapWord.KeyOf"/> puts them together.</param>
    public int SlotOf(uint key) => SlotOf(key, _moves[BucketOf(key)]);

    /// <summary>Tells whether it is there.</summary>
    public bool Holds(int slot, uint key) => _keys[slot] == key;

    private static int BucketOf(uint key) => (int)(key * 0x9E3779B1u >> (32 - BucketBits));

    private static int SlotOf(uint key, ushort move) => (int)((key ^ (move * 0x85EBCA6Bu)) * 0xC2B2AE35u >> (32 - SlotBits));

    private void Place(SwapWord[] suspects, ReadOnlySpan<ushort> numbers)
    {
        for (ushort move = 0; ; move++)
        {
            int placed = 0;
            for (; placed < numbers.Length; placed++)
            {
                uint key = suspects[numbers[placed]].Key;
                int slot = SlotOf(key, move);
                if (_keys[slot] != 0) break;
                (_keys[slot], _numbers[slot]) = (key, numbers[placed]);
            }
            if (placed == numbers.Length)
            {
                _moves[BucketOf(suspects[numbers[0]].Key)] = move;
                return;
            }
            foreach (ushort number in numbers[..placed]) _keys[SlotOf(suspects[number].Key, move)] = 0;
            if (move == ushort.MaxValue) throw new InvalidOperationException("Two suspects are the same.");
        }
    }
}
