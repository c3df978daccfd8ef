namespace TextRepair.Cli;

/// <summary>A swap that texts show, for a person to accept.</summary>
/// <param name="Damaged">The word in the damaged texts.</param>
/// <param name="Original">The word that was right.</param>
/// <param name="Evidence">What speaks for it.</param>
internal sealed record ProposedSwap(string Damaged, string Original, string Evidence);
