using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>What one run of the <see cref="SubstitutionStage"/> writes into; kept for the next run, so that clean text costs no memory.</summary>
internal sealed class Workspace(SwapTable table)
{
    // One huge text must not hold its memory for ever.
    private const int MostKept = 1 << 16;

    /// <summary>Gets the matches of the text.</summary>
    public List<Match> Matches { get; } = [];

    /// <summary>Gets the words of the text, counted.</summary>
    public WordCounts Counts { get; } = new(table);

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        Matches.Clear();
        if (Matches.Capacity > MostKept) Matches.Capacity = 0;
    }
}
