namespace TextRepair.Cleaning;

/// <summary>How a page mark is written.</summary>
/// <param name="Break">What stands before the number: a line break or a space.</param>
/// <param name="Delimiter">What follows the number; NUL where nothing does.</param>
internal readonly record struct PageMarkForm(char Break, char Delimiter);
