using System.Globalization;

namespace TextRepair.Benchmarks;

/// <summary>Writes down all that is said of every text, so that two versions can be compared: work on speed changes no answer.</summary>
internal static class AnswerLog
{
    /// <summary>Writes one line a document: clean and damaged texts, with several options.</summary>
    public static void Write(TextWriter output)
    {
        foreach ((string name, TextRepairer repairer) in Repairers())
            foreach ((string kind, string[] documents) in Texts())
                for (int d = 0; d < documents.Length; d++)
                    output.WriteLine($"{name} {kind} {d}: {Describe(repairer.Repair(documents[d]))}");
    }

    private static IEnumerable<(string, TextRepairer)> Repairers() =>
    [
        ("default", new TextRepairer()),
        ("suspected", new TextRepairer(new TextRepairOptions { Source = TextSource.Suspected, MinimumConfidence = 0.5 })),
        ("line", new TextRepairer(new TextRepairOptions { Source = TextSource.Suspected, Scope = RepairScope.Line })),
    ];

    private static IEnumerable<(string, string[])> Texts() => [("clean", Samples.CleanDocuments), ("damaged", Samples.Damaged), ("seed", [Samples.Seed])];

    private static string Describe(RepairResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join('|', result.Edits.Select(e => $"{e.Start} {e.Original}→{e.Replacement} {e.Confidence:R} {e.Rule} {e.Reason}"))} # {string.Join('|', result.Findings)} # {result.Diagnosis.DamageProbability:R} {string.Join('|', result.Diagnosis.Swaps)}").ReplaceLineEndings(" ");
}
