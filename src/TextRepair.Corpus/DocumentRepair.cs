namespace TextRepair.Corpus;

/// <summary>What a repairer says of one document: the seam behind which tests put their own.</summary>
internal sealed record DocumentRepair(EditList Edits, IReadOnlyList<Finding> Findings, Diagnosis Diagnosis)
{
    public static DocumentRepair Of(RepairResult result) => new(result.Edits, result.Findings, result.Diagnosis);
}
