namespace TextRepair.Cleaning;

/// <summary>Lines between two pages: a running title, and what page numbers and other titles stand beside it.</summary>
/// <param name="Start">Where the text before it ends, blanks not counted.</param>
/// <param name="End">Where the text after it starts, its indent not counted.</param>
/// <param name="Evidence">How much the text on its sides says that it runs on across it, in natural log-odds.</param>
/// <param name="IsHeld">Whether the text before it opens a bracket that the text after it closes: it is what they hold.</param>
/// <param name="Numbers">The numbers in it.</param>
/// <param name="OwnBreaks">How many line breaks in it are the text's own: empty lines.</param>
internal readonly record struct TitleBlock(int Start, int End, double Evidence, bool IsHeld, PageNumbers Numbers, int OwnBreaks);
