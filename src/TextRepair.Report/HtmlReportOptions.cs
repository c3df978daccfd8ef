namespace TextRepair.Report;

/// <summary>How a report is written.</summary>
public sealed class HtmlReportOptions
{
    /// <summary>Gets or sets the name of the document, shown in the title and written into exported decisions.</summary>
    /// <value>The default is empty. It may hold anything; it is shown as text.</value>
    public string DocumentName { get; set; } = "";
}
