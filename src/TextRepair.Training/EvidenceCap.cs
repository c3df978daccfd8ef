using TextRepair.Evidence;

namespace TextRepair.Training;

/// <summary>Measures how much one swap may say for damage: what clean documents of unseen sources reach by chance.</summary>
internal static class EvidenceCap
{
    // So many clean documents are believed to go beyond any mark, seen or not.
    private const double Unseen = 3;

    /// <summary>Measures the cap of one swap.</summary>
    /// <param name="slots">Document, log-odds of the original and whether it is the original, of slots that were not trained on.</param>
    public static double Measure(IEnumerable<(int Document, double LogOdds, bool Original)> slots)
    {
        var clean = new List<double>();
        var damaged = new List<double>();
        foreach (var document in slots.GroupBy(s => s.Document))
        {
            double suspects = document.Where(s => !s.Original).Sum(s => Surprise(s.LogOdds));
            int alive = document.Count(s => s.Original);
            clean.Add(suspects - (DamageModel.AlivePenalty * alive));
            damaged.Add(document.Sum(s => Surprise(s.LogOdds)));
        }
        double best = 0.5;
        for (double mark = 0.5; mark <= 8; mark += 0.5)
            best = Math.Max(best, Math.Log((damaged.Count(e => e >= mark) + 0.5) / (clean.Count(e => e >= mark) + Unseen)));
        return Math.Min(best, DamageModel.InForceCap);
    }

    private static double Surprise(double logOdds) => Math.Min(DamageModel.OccurrenceCap, Math.Log(1 + Math.Exp(Math.Min(logOdds, 30))));
}
