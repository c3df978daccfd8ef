namespace TextRepair.Cleaning;

/// <summary>How a page mark is written.</summary>
/// <param name="Break">What stands before the number: a line break or a space.</param>
/// <param name="Delimiter">What follows the number, or how the line that holds it is made; NUL where nothing does.</param>
/// <param name="WholeLine">Whether the mark is a line of its own.</param>
internal readonly record struct PageMarkForm(char Break, char Delimiter, bool WholeLine = false)
{
    /// <summary>A line that says it is a page number and of how many: 第3页 共12页.</summary>
    public const char PageOfPages = '共';

    /// <summary>A line that says it is a page number: 第3页.</summary>
    public const char Page = '页';

    /// <summary>A number between dashes: - 4 -.</summary>
    public const char Dashes = '-';

    /// <summary>A number over the number of pages: 3/12.</summary>
    public const char Fraction = '/';

    /// <summary>Gets how much the form alone speaks for a page mark, in natural log-odds.</summary>
    public double Evidence => !WholeLine ? 0 : Delimiter switch { PageOfPages => 5, Page => 2.5, Dashes => 2, _ => 0 };

    /// <summary>Gets how many such marks there must be.</summary>
    public int Fewest => WholeLine && Delimiter is PageOfPages or Page ? 2 : 3;
}
