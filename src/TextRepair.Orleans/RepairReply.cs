namespace TextRepair.Orleans;

/// <summary>A repaired text.</summary>
/// <param name="Text">The text.</param>
/// <param name="DamageProbability">The probability that words were swapped in it, from 0 to 1.</param>
/// <param name="Edits">What was changed, sorted by start; positions are UTF-16 code units of the text that was sent.</param>
/// <param name="Findings">What was seen and not repaired, sorted by start.</param>
[GenerateSerializer, Alias("textrepair.reply")]
public sealed record RepairReply(
    [property: Id(0)] string Text,
    [property: Id(1)] double DamageProbability,
    [property: Id(2)] IReadOnlyList<RepairReplyEdit> Edits,
    [property: Id(3)] IReadOnlyList<RepairReplyFinding> Findings)
{
    internal static RepairReply Of(RepairResult result) => new(
        result.Text,
        result.Diagnosis.DamageProbability,
        [.. result.Edits.Select(edit => new RepairReplyEdit(edit.Start, edit.Original, edit.Replacement, edit.Kind, edit.Confidence, edit.Rule, edit.Reason))],
        [.. result.Findings.Select(finding => new RepairReplyFinding(finding.Start, finding.Length, finding.Kind, finding.Message))]);
}
