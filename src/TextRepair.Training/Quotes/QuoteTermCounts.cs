using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Counts in how many documents a term is quoted.</summary>
internal sealed class QuoteTermCounts
{
    private readonly SortedDictionary<uint, int> _documents = [];

    /// <summary>Counts the terms of all documents that cases come from.</summary>
    public QuoteTermCounts(IEnumerable<QuoteCase> cases)
    {
        foreach (IReadOnlySet<uint> document in cases.Select(item => item.Terms).Distinct(ReferenceEqualityComparer.Instance).Cast<IReadOnlySet<uint>>())
            foreach (uint term in document) _documents[term] = _documents.GetValueOrDefault(term) + 1;
    }

    /// <summary>Gets the level of a term as another document sees it: what a document itself quotes tells nothing about it.</summary>
    public uint LevelFor(QuoteCase item, uint term) =>
        QuoteTerms.Level(_documents.GetValueOrDefault(term) - (item.Terms.Contains(term) ? 1 : 0));

    /// <summary>Gets all terms and their levels, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<uint, uint>> Levels() =>
        _documents.OrderByDescending(term => term.Value).ThenBy(term => term.Key).Select(term => KeyValuePair.Create(term.Key, QuoteTerms.Level(term.Value)));
}
