using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>A document and what was found in it.</summary>
internal sealed record CheckedDocument(InputFile Input, RecordPlace Place, RepairResult Result)
{
    /// <summary>Gets a value indicating whether anything is damaged. Masks (xx年) may be the author's own and do not count.</summary>
    public bool IsDamaged => Result.Edits.Count > 0 || Result.Findings.Any(finding => finding.Kind != FindingKind.Mask);
}
