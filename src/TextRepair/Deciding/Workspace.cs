using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>What one run of the <see cref="SubstitutionStage"/> writes into; kept for the next run, so that clean text costs no memory.</summary>
internal sealed class Workspace
{
    // One huge text must not hold its memory for ever.
    private const int MostKept = 1 << 16;

    public Workspace(SwapTable table, Expert?[] experts, Familiarity familiarity, DamageModel model, EvidenceBound bound)
    {
        Counts = new WordCounts(table);
        Sums = new EvidenceSums(table);
        Convictions = new Convictions(table, model, bound);
        First = new FirstReader(table, experts);
        Reader = new PlaceReader(table, experts, model, familiarity, First);
        Probe = new EvidenceProbe(table, bound, First, Reader);
    }

    /// <summary>Gets the matches of the text.</summary>
    public List<Match> Matches { get; } = [];

    /// <summary>Gets the words of the text, counted.</summary>
    public WordCounts Counts { get; }

    /// <summary>Gets what knows when enough places were read in full.</summary>
    public Convictions Convictions { get; }

    /// <summary>Gets what adds the evidence of a scope up.</summary>
    public EvidenceSums Sums { get; }

    /// <summary>Gets what takes the first look at suspects.</summary>
    public FirstReader First { get; }

    /// <summary>Gets what reads the contexts of suspects.</summary>
    public PlaceReader Reader { get; }

    /// <summary>Gets what shows that contexts need not be read.</summary>
    public EvidenceProbe Probe { get; }

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        Matches.Clear();
        First.Forget(MostKept);
        if (Matches.Capacity > MostKept) Matches.Capacity = 0;
    }
}
