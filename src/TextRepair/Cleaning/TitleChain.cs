namespace TextRepair.Cleaning;

/// <summary>Places of one line, or of lines with the numbers of one sequence, weighed together.</summary>
/// <param name="Lines">The numbers of the lines.</param>
/// <param name="Numbers">The numbers of the blocks they stand in, ascending.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="Evidence">How much they say that pages end there, in natural log-odds.</param>
internal sealed record TitleChain(List<int> Lines, List<int> Numbers, List<TitleBlock> Blocks, double Evidence);
