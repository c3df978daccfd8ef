using System.Globalization;
using System.Text;
using TextRepair.Cleaning;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Measures the models of this folder on the documents that training left out.</summary>
internal static class ModelFigures
{
    private static readonly double[] Thresholds = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];

    /// <summary>Measures both models.</summary>
    public static string Measure(string folder)
    {
        var report = new StringBuilder();
        MeasureQuotes(QuoteModel.Load(), QuoteTrainer.Collect(folder, heldOut: true), report);
        MeasureContinuity(folder, report);
        return report.ToString();
    }

    /// <summary>Measures a model of quotes.</summary>
    public static void MeasureQuotes(QuoteModel model, List<QuoteCase> cases, StringBuilder report)
    {
        var answers = cases.ConvertAll(item => (End: model.FindEnd(item.Text, item.Open), Truth: item.End));
        report.AppendLine(CultureInfo.InvariantCulture, $"quotes: {cases.Count} cases");
        foreach (double threshold in Thresholds)
        {
            int given = answers.Count(a => a.End.Place >= 0 && a.End.Probability >= threshold);
            int right = answers.Count(a => a.End.Place == a.Truth && a.End.Probability >= threshold);
            report.AppendLine(CultureInfo.InvariantCulture, $"  from {threshold:0.00}: precision {(double)right / given:0.0000} recall {(double)right / cases.Count:0.0000}");
        }
    }

    private static void MeasureContinuity(string folder, StringBuilder report)
    {
        ContinuityModel model = ContinuityModel.Load();
        List<ContinuityCase> cases = ContinuityTrainer.Collect(folder, heldOut: true);
        var answers = cases.ConvertAll(item => (Score: model.Score(item.Text, item.LeftEnd, item.RightStart), item.RunsOn));
        int runsOn = answers.Count(a => a.RunsOn), breaks = answers.Count - runsOn;
        report.AppendLine(CultureInfo.InvariantCulture, $"continuity: {runsOn} places inside, {breaks} breaks");
        foreach (int threshold in (int[])[-4, -2, 0, 2, 4, 6])
        {
            double hit = (double)answers.Count(a => a.RunsOn && a.Score > threshold) / runsOn;
            double wrong = (double)answers.Count(a => !a.RunsOn && a.Score > threshold) / breaks;
            report.AppendLine(CultureInfo.InvariantCulture, $"  above {threshold}: {hit:0.0000} of the places inside, {wrong:0.0000} of the breaks");
        }
    }
}
