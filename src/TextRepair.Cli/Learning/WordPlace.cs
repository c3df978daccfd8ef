namespace TextRepair.Cli;

/// <summary>What stands on either side of a word.</summary>
internal readonly record struct WordPlace(string Left, string Right);
