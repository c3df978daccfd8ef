namespace TextRepair.Matching;

/// <summary>A word that may stand in the place of others.</summary>
/// <param name="Index">Its number, from 0, in the order of the words.</param>
/// <param name="Damaged">The word.</param>
/// <param name="Pattern">Its pattern in the <see cref="SwapTable"/>.</param>
/// <param name="Swaps">The words it may stand for.</param>
internal sealed record Suspect(int Index, string Damaged, int Pattern, Swap[] Swaps)
{
    /// <summary>Gets the number of its first swap among the swaps of all suspects.</summary>
    public int FirstSwap { get; } = Swaps[0].Index;
}
