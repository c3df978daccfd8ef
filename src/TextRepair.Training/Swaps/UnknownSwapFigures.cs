using System.Globalization;
using TextRepair.Ocr;

namespace TextRepair.Training.Swaps;

/// <summary>Measures the findings of swaps that no dictionary knows: the dictionary's own, of which the repairer is told nothing.</summary>
/// <remarks>The models were trained without any list of swaps.</remarks>
internal sealed class UnknownSwapFigures
{
    private const int ShortestText = 3000;

    private readonly TextRepairer _repairer = new(new TextRepairOptions { UseDefaultDictionary = false, WordJudge = WordFit.Of });
    private readonly SwapDamage _damage = new(CorrectionDictionary.Default.Substitutions);
    private int _clean, _reported, _damaged, _found, _swaps, _named, _rightOriginal, _wrong;

    /// <summary>Reads a clean document, and damages it where it is long enough.</summary>
    public void Add(CorpusDocument document)
    {
        _clean++;
        if (Find(document.Text).Count > 0) _reported++;
        if (document.Text.Length < ShortestText || _damage.Apply(document.Text, document.Id) is not var (text, swaps)) return;
        List<Finding> found = Find(text);
        _damaged++;
        _swaps += swaps.Count;
        if (found.Count > 0) _found++;
        foreach (Finding finding in found)
        {
            bool isSwapped = swaps.TryGetValue(text.Substring(finding.Start, finding.Length), out string? original);
            if (!isSwapped) _wrong++;
            else _named++;
            if (isSwapped && finding.Message.Contains($"expected {original},", StringComparison.Ordinal)) _rightOriginal++;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"eight unknown swaps: {_damaged} documents, {_found} of them reported; {_swaps} swaps, {_named} named, {_rightOriginal} with their original, {_wrong} other words named; {_reported} of {_clean} clean documents reported");

    private List<Finding> Find(string text) => [.. _repairer.Repair(text).Findings.Where(finding => finding.Kind == FindingKind.UnknownSwap)];
}
