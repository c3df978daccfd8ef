using System.Globalization;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>How many documents were checked, and how many edits and findings of each kind they have.</summary>
internal sealed class KindCounts
{
    private readonly SortedDictionary<string, int> _edits = new(StringComparer.Ordinal), _findings = new(StringComparer.Ordinal);

    /// <summary>Gets how many documents there are.</summary>
    public int Documents { get; private set; }

    /// <summary>Gets how many of them are damaged.</summary>
    public int Damaged { get; private set; }

    /// <summary>Counts those of a document.</summary>
    public void Add(CheckedDocument document)
    {
        Documents++;
        if (document.IsDamaged) Damaged++;
        foreach (TextEdit edit in document.Result.Edits) Add(_edits, ResultJson.NameOf(edit.Kind));
        foreach (Finding finding in document.Result.Findings) Add(_findings, ResultJson.NameOf(finding.Kind));
    }

    /// <summary>Says the sums in one line: <c>1 of 2 documents damaged; edits: 13 substitution; findings: 1 missing-figure</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Damaged:N0} of {Documents:N0} documents damaged{Sums("edits", _edits)}{Sums("findings", _findings)}");

    private static void Add(SortedDictionary<string, int> counts, string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;

    private static string Sums(string name, SortedDictionary<string, int> counts) =>
        counts.Count == 0 ? "" : $"; {name}: " + string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} {count.Key}")));
}
