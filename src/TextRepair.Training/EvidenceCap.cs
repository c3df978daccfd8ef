using TextRepair.Evidence;

namespace TextRepair.Training;

/// <summary>Measures how much one swap may say for damage: what clean documents of unseen sources reach by chance.</summary>
internal static class EvidenceCap
{
    // So many clean documents are believed to go beyond any mark, seen or not.
    private const double Unseen = 5;

    // Of a source with few documents the rate of all sources is believed: so many documents' worth.
    private const double Belief = 200;

    private const int LeastDocuments = 30;

    /// <summary>Measures the cap of one swap.</summary>
    /// <param name="slots">Source, document, log-odds of the original and whether it is the original, of slots that were not trained on.</param>
    public static double Measure(IEnumerable<(int Source, int Document, double LogOdds, bool Original)> slots)
    {
        (int Source, double Clean, double Damaged)[] documents = [.. slots.GroupBy(s => s.Document).Select(document => (
            document.First().Source,
            document.Sum(s => s.Original ? -DamageModel.AlivePenalty : ScopeEvidence.SurpriseOf((float)s.LogOdds)),
            document.Sum(s => ScopeEvidence.SurpriseOf((float)s.LogOdds))))];
        int[][] sources = [.. documents.GroupBy(d => d.Source).Where(source => source.Count() >= LeastDocuments).Select(source => Steps(source.Select(d => d.Clean)))];
        int[] clean = Steps(documents.Select(d => d.Clean)), damaged = Steps(documents.Select(d => d.Damaged));
        double best = 0.5;
        for (int step = 1; step < clean.Length; step++)
            best = Math.Max(best, Math.Log((damaged[step] + 0.5) / documents.Length / RateOf(clean, sources, step)));
        return Math.Min(best, DamageModel.InForceCap);
    }

    // How often clean documents go beyond a mark. A source may use the word as no other does, and the next source is one of
    // them: where the mean of all sources is higher than the mean of all documents, it counts.
    private static double RateOf(int[] clean, int[][] sources, int step)
    {
        double rate = (clean[step] + Unseen) / clean[0];
        return sources.Length == 0 ? rate : Math.Max(rate, sources.Average(source => (source[step] + (Belief * rate)) / (source[0] + Belief)));
    }

    // How many documents reach each mark, in half nats; at 0 all of them.
    private static int[] Steps(IEnumerable<double> evidence)
    {
        int[] counts = new int[(2 * (int)DamageModel.InForceCap) + 1];
        foreach (double nats in evidence)
        {
            counts[0]++;
            for (int step = 1; step < counts.Length && nats >= step / 2.0; step++) counts[step]++;
        }
        return counts;
    }
}
