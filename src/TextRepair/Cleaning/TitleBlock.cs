namespace TextRepair.Cleaning;

/// <summary>Lines between two pages: a running title, and what page numbers and other titles stand beside it.</summary>
/// <param name="Start">Where the text before it ends.</param>
/// <param name="End">Where the text after it starts.</param>
/// <param name="Evidence">How much the text on its sides says that it runs on across it, in natural log-odds.</param>
/// <param name="FormEvidence">How much the form of the page number in it says that it is one, where the numbers ascend.</param>
/// <param name="Numbers">The first and the last number in it; 0 where there is none.</param>
internal readonly record struct TitleBlock(int Start, int End, double Evidence, double FormEvidence, (int First, int Last) Numbers);
