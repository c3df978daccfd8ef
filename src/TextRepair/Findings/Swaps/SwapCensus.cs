namespace TextRepair.Findings.Swaps;

/// <summary>Counts the suspects of a text; not safe for several threads.</summary>
/// <param name="model">The suspects.</param>
internal sealed class SwapCensus(SwapModel model)
{
    private const ushort Twice = 2;

    // By slot. Sixteen bits do: no text that is judged is longer than 100,000 characters, nor holds two words more than 65,535 times.
    private readonly ushort[] _counts = new ushort[SwapSlots.Count];
    private readonly List<int> _repeated = [];

    /// <summary>Gets how often the text holds a suspect.</summary>
    public int CountOf(int suspect) => _counts[model.Slots.SlotOf(model.Suspects[suspect].Key)];

    /// <summary>Counts.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The numbers of the suspects that it holds at least twice, until the next text is counted.</returns>
    public IReadOnlyList<int> Count(ReadOnlySpan<char> text)
    {
        SwapSlots slots = model.Slots;
        Array.Clear(_counts);
        // Without a branch: one pair of three is a suspect, and a wrong guess would cost more than all the rest.
        uint key = 0;
        foreach (char c in text)
        {
            key = (key << 16) | c;
            int slot = slots.SlotOf(key);
            _counts[slot] += (ushort)(slots.Holds(slot, key) ? 1 : 0);
        }
        _repeated.Clear();
        for (int at = 0; _counts.AsSpan(at).IndexOfAnyInRange(Twice, ushort.MaxValue) is >= 0 and var next; at++) _repeated.Add(slots[at += next]);
        return _repeated;
    }
}
