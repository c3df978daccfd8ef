namespace TextRepair.Samples.JsonLinesWorker;

/// <summary>What the worker reads and writes.</summary>
public sealed class CleaningOptions
{
    /// <summary>Gets or sets the file with one JSON object a line.</summary>
    public string Input { get; set; } = "";

    /// <summary>Gets or sets the file to write; it appears when it is complete.</summary>
    public string Output { get; set; } = "";
}
