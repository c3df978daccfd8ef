namespace TextRepair.Cleaning;

/// <summary>A number that may be a page mark.</summary>
/// <param name="Start">Where it starts, the break before it included.</param>
/// <param name="End">Where it ends, exclusive, its delimiter included.</param>
/// <param name="Number">Its number.</param>
/// <param name="Form">How it is written; the marks of one document are written alike.</param>
internal readonly record struct PageMark(int Start, int End, int Number, PageMarkForm Form);
