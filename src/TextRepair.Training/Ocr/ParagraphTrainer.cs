using System.Globalization;
using System.Text;
using TextRepair.Cleaning;

namespace TextRepair.Training.Ocr;

/// <summary>Fits the weights of <see cref="ParagraphModel"/> to scanned pages with their truth.</summary>
internal static class ParagraphTrainer
{
    /// <summary>Fits the weights; the same pages give the same weights.</summary>
    /// <param name="pages">JSON lines as <see cref="OcrPage"/> reads them.</param>
    /// <returns>The weights as C# source, and how many places of the pages they judge rightly.</returns>
    public static string Fit(string pages)
    {
        List<(double[] Features, bool RunsOn)> places = [.. OcrPage.ReadAll(pages).SelectMany(Places)];
        double[] weights = LogisticFit.Fit(places);
        int right = places.Count(place => LogisticFit.Sum(weights, place.Features) > 0 == place.RunsOn);
        var source = new StringBuilder();
        source.AppendLine(CultureInfo.InvariantCulture, $"{places.Count} places, {right} right, {places.Count(place => place.RunsOn)} run on");
        foreach (double[] row in weights.Chunk(ParagraphModel.Rooms))
            source.AppendLine(string.Join(", ", row.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture))) + ",");
        return source.ToString();
    }

    /// <summary>Gets the features of all places between two lines of a page, and what the truth says of them.</summary>
    internal static IEnumerable<(double[] Features, bool RunsOn)> Places(OcrPage page)
    {
        string read = page.ReadWithoutExtras();
        if (PageLayout.Read(read) is not { MayBeBroken: true } layout) yield break;
        var model = new ParagraphModel(ContinuityModel.Load());
        int[] paragraphs = ParagraphsOf(page.Truth, read);
        for (int i = 0; i + 1 < layout.Lines.Count; i++)
        {
            int before = Last(paragraphs, layout.Lines[i]), after = First(paragraphs, layout.Lines[i + 1]);
            if (before < 0 || after < 0) continue;
            double[] features = new double[ParagraphModel.Count];
            model.Read(read, layout, i, features);
            yield return (features, before == after);
        }
    }

    // For each position of what was read, the number of the paragraph it belongs to, or -1 where that is not known.
    private static int[] ParagraphsOf(string truth, string read)
    {
        int[] paragraphs = new int[read.Length];
        Array.Fill(paragraphs, -1);
        int[] aligned = CharacterAlignment.AlignLetters(truth, read);
        int paragraph = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            if (truth[i] == '\n') paragraph++;
            else if (aligned[i] >= 0) paragraphs[aligned[i]] = paragraph;
        }
        return paragraphs;
    }

    private static int Last(int[] paragraphs, TextLine line)
    {
        for (int i = line.End - 1; i >= line.Start; i--) if (paragraphs[i] >= 0) return paragraphs[i];
        return -1;
    }

    private static int First(int[] paragraphs, TextLine line)
    {
        for (int i = line.Start; i < line.End; i++) if (paragraphs[i] >= 0) return paragraphs[i];
        return -1;
    }
}
