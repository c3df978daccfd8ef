namespace TextRepair.Evidence;

/// <summary>What one swap says in one scope, summed over its places.</summary>
/// <param name="Swap">The swap.</param>
/// <param name="Damaged">How often the suspect occurs.</param>
/// <param name="Alive">How often the original is alive.</param>
/// <param name="LogRatio">How much more probable suspects and originals are with the swap in force than without, in nats.</param>
internal readonly record struct EvidenceSum(int Swap, int Damaged, int Alive, double LogRatio);
