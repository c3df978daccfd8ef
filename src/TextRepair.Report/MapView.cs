using System.Globalization;

namespace TextRepair.Report;

/// <summary>A strip beside the text: where in the document the edits are, by kind.</summary>
internal static class MapView
{
    private const int Bins = 200;

    public static void Write(TextWriter writer, RepairResult result)
    {
        writer.Write($"<svg id=\"map\" viewBox=\"0 0 10 {Bins}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var counts = new int[Bins, Enum.GetValues<EditKind>().Length];
        foreach (TextEdit edit in result.Edits) counts[Bin(edit.Start, result), (int)edit.Kind]++;
        int most = Enumerable.Range(0, Bins).Max(bin => Total(counts, bin));
        for (int bin = 0; bin < Bins; bin++) WriteBin(writer, counts, bin, most);
        foreach (int bin in result.Findings.Select(finding => Bin(finding.Start, result)).Distinct())
            writer.Write($"<rect class=\"finding\" x=\"0\" y=\"{bin}\" width=\"1.5\" height=\"1\"/>");
        writer.Write("</svg>\n");
    }

    private static void WriteBin(TextWriter writer, int[,] counts, int bin, int most)
    {
        double x = 2;
        foreach (EditKind kind in Enum.GetValues<EditKind>())
        {
            if (counts[bin, (int)kind] == 0) continue;
            // At least a fifth of the width: one edit in a long document must still be seen.
            double width = Math.Max(1.6, 8.0 * counts[bin, (int)kind] / most);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"{Kinds.Class(kind)}\" x=\"{x:0.##}\" y=\"{bin}\" width=\"{width:0.##}\" height=\"1\"/>"));
            x += width;
        }
    }

    private static int Total(int[,] counts, int bin) => Enumerable.Range(0, counts.GetLength(1)).Sum(kind => counts[bin, kind]);

    private static int Bin(int position, RepairResult result) => (int)Math.Min(Bins - 1, (long)position * Bins / Math.Max(1, result.Original.Length));
}
