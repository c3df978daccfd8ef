namespace TextRepair.Cli;

/// <summary>A swap that pairs of texts show.</summary>
/// <param name="Damaged">The word in the damaged texts.</param>
/// <param name="Original">The word in the clean ones.</param>
/// <param name="Swapped">How often it was swapped.</param>
/// <param name="Native">How often the damaged word stands in the clean texts too.</param>
/// <param name="Alive">How often the original stands in the damaged texts.</param>
/// <param name="Example">The first place, with its surroundings.</param>
internal sealed record ProposedSwap(string Damaged, string Original, int Swapped, int Native, int Alive, string Example);
