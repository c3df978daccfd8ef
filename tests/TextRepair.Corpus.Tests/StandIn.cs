namespace TextRepair.Corpus.Tests;

/// <summary>Replaces four words wherever they stand, with fixed confidences: what a corpus does with edits does not depend on who made them.</summary>
internal static class StandIn
{
    private static readonly (string Damaged, string Original, double Confidence)[] Swaps =
        [("效劳", "服务", 0.99), ("根底", "基础", 0.95), ("开展", "发展", 0.7), ("\u200b", "", 0.999)];

    public static DocumentRepair Repair(string text)
    {
        List<TextEdit> edits = [];
        List<SwapDiagnosis> swaps = [];
        foreach ((string damaged, string original, double confidence) in Swaps)
        {
            int before = edits.Count;
            for (int at = text.IndexOf(damaged, StringComparison.Ordinal); at >= 0; at = text.IndexOf(damaged, at + damaged.Length, StringComparison.Ordinal))
                edits.Add(new(at, damaged, original, original.Length == 0 ? EditKind.Width : EditKind.Substitution, confidence, $"{damaged}→{original}", "stand-in"));
            if (edits.Count > before) swaps.Add(new(damaged, original, "A", confidence, 3, edits.Count - before, 0, edits.Count - before));
        }
        int gap = text.IndexOf("完成亿元", StringComparison.Ordinal);
        Finding[] findings = gap < 0 ? [] : [new(gap + 2, 0, FindingKind.MissingFigure, "A figure was deleted.")];
        return new(EditList.Create(edits), findings, swaps.Count > 0 ? new Diagnosis(0.98, swaps) : Diagnosis.Clean);
    }
}
