using System.Text.Json.Serialization;

namespace TextRepair.Corpus;

/// <summary>What was counted in documents that were read.</summary>
/// <remarks>Adding is exact and order does not matter, so counts of parts give the counts of the whole.</remarks>
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class CorpusCounts
{
    /// <summary>How many bins <see cref="Confidence"/> and <see cref="Damage"/> have.</summary>
    public const int Bins = 10;

    /// <summary>Gets or sets the lines read, blank and rejected ones included.</summary>
    public long Lines { get; set; }

    /// <summary>Gets or sets the documents repaired or found right.</summary>
    public long Documents { get; set; }

    /// <summary>Gets or sets the length of their texts, in UTF-16 code units.</summary>
    public long Characters { get; set; }

    /// <summary>Gets or sets the documents that were changed.</summary>
    public long ChangedDocuments { get; set; }

    /// <summary>Gets or sets the edits made.</summary>
    public long Edits { get; set; }

    /// <summary>Gets or sets the edits recorded and not made, their confidence being too low.</summary>
    public long EditsNotMade { get; set; }

    /// <summary>Gets or sets the edits made by rule, such as <c>效劳→服务</c>.</summary>
    public SortedDictionary<string, long> EditsByRule { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Gets the edits made by kind.</summary>
    public SortedDictionary<string, long> EditsByKind { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the edits made by family of swaps.</summary>
    public SortedDictionary<string, long> EditsByFamily { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the findings by kind.</summary>
    public SortedDictionary<string, long> FindingsByKind { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the rejected lines by reason.</summary>
    public SortedDictionary<string, long> RejectsByReason { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets how many edits were recorded with a confidence in each tenth from 0 to 1.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public long[] Confidence { get; set; } = new long[Bins];

    /// <summary>Gets or sets how many documents were damaged with a probability in each tenth from 0 to 1.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public long[] Damage { get; set; } = new long[Bins];

    /// <summary>Gets the rejected lines.</summary>
    [JsonIgnore]
    public long Rejects => RejectsByReason.Values.Sum();

    /// <summary>Adds the counts of another part.</summary>
    /// <param name="other">The counts to add.</param>
    public void Add(CorpusCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Lines += other.Lines;
        Documents += other.Documents;
        Characters += other.Characters;
        ChangedDocuments += other.ChangedDocuments;
        Edits += other.Edits;
        EditsNotMade += other.EditsNotMade;
        AddAll(EditsByRule, other.EditsByRule);
        AddAll(EditsByKind, other.EditsByKind);
        AddAll(EditsByFamily, other.EditsByFamily);
        AddAll(FindingsByKind, other.FindingsByKind);
        AddAll(RejectsByReason, other.RejectsByReason);
        for (int i = 0; i < Bins; i++)
        {
            Confidence[i] += other.Confidence[i];
            Damage[i] += other.Damage[i];
        }
    }

    internal static void Count(SortedDictionary<string, long> counts, string name, long by = 1) =>
        counts[name] = counts.GetValueOrDefault(name) + by;

    internal static int Bin(double probability) => Math.Clamp((int)(Math.Round(probability, EditsRecord.Places) * Bins), 0, Bins - 1);

    private static void AddAll(SortedDictionary<string, long> to, SortedDictionary<string, long> from)
    {
        foreach ((string name, long count) in from) Count(to, name, count);
    }
}
