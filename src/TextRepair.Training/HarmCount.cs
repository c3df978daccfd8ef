namespace TextRepair.Training;

/// <summary>What was read, and how much of it was changed or reported.</summary>
internal sealed class HarmCount
{
    /// <summary>Gets the characters that were read.</summary>
    public long Characters { get; private set; }

    /// <summary>Gets the documents that were read.</summary>
    public int Documents { get; private set; }

    /// <summary>Gets the documents with at least one case.</summary>
    public int DocumentsWithCases { get; private set; }

    /// <summary>Gets the edits or findings.</summary>
    public int Cases { get; private set; }

    /// <summary>Adds a document.</summary>
    public void Add(int characters, int cases)
    {
        Characters += characters;
        Documents++;
        Cases += cases;
        if (cases > 0) DocumentsWithCases++;
    }
}
