namespace TextRepair.Cli;

/// <summary>Prints what <c>check</c> found, in one format.</summary>
internal interface ICheckWriter : IDisposable
{
    /// <summary>Prints a document, or keeps it for the end.</summary>
    void Add(CheckedDocument document);

    /// <summary>Prints what comes last.</summary>
    void End();
}
