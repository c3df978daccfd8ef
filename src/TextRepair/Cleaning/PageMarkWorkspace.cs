namespace TextRepair.Cleaning;

/// <summary>What one run of the <see cref="PageMarkStage"/> writes into; kept for the next run, since lists in clean text look like page marks.</summary>
internal sealed class PageMarkWorkspace
{
    // One huge text must not hold its memory for ever.
    private const int MostKept = 1 << 12;

    /// <summary>Gets all candidates of the text.</summary>
    public List<PageMark> Marks { get; } = [];

    /// <summary>Gets their forms.</summary>
    public List<PageMarkForm> Forms { get; } = [];

    /// <summary>Gets the candidates of one form.</summary>
    public List<PageMark> OfForm { get; } = [];

    /// <summary>Gets for each of these the score of the best chain that ends there, and the one before it in that chain; -1 for none.</summary>
    public List<(double Score, int Previous)> Links { get; } = [];

    /// <summary>Gets which of these ends the best chain up to a number.</summary>
    public Dictionary<int, int> Ends { get; } = [];

    /// <summary>Gets the best chain.</summary>
    public List<PageMark> Chain { get; } = [];

    /// <summary>Chooses the candidates of a form.</summary>
    public void Choose(PageMarkForm form)
    {
        OfForm.Clear();
        foreach (PageMark mark in Marks) if (mark.Form == form) OfForm.Add(mark);
    }

    /// <summary>Gets a value indicating whether it is small enough to be kept.</summary>
    public bool IsSmall => Marks.Capacity <= MostKept;

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        Marks.Clear();
        Forms.Clear();
        OfForm.Clear();
    }
}
