namespace TextRepair.Matching;

/// <summary>One original of a <see cref="Suspect"/>.</summary>
/// <param name="Index">Its number among the swaps of all suspects, from 0.</param>
/// <param name="Original">The word to put back.</param>
/// <param name="Pattern">Its pattern in the <see cref="SwapTable"/>.</param>
/// <param name="Families">The families of swaps it was seen in, separated by commas.</param>
/// <param name="Rule">The name of its rule, such as <c>效劳→服务</c>.</param>
internal sealed record Swap(int Index, string Original, int Pattern, string Families, string Rule);
