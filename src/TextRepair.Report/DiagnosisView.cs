using System.Globalization;

namespace TextRepair.Report;

/// <summary>The diagnosis, drawn: which swaps are in force, what each says of the document, and how many words it explains.</summary>
internal static class DiagnosisView
{
    private const int Width = 120;

    // Evidence beyond this is drawn as long as this: e^8 is 3000 to 1, more than anybody needs to see told apart.
    private const double MostEvidence = 8;

    public static void Write(TextWriter writer, Diagnosis diagnosis)
    {
        writer.Write("<details id=\"diagnosis\" open>\n<summary>Diagnosis</summary>\n");
        if (diagnosis.Swaps.Count == 0)
        {
            writer.Write("<p>Nothing in this text gave a reason to look for swapped words.</p>\n</details>\n");
            return;
        }
        writer.Write("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Found</th><th scope=\"col\">Meant</th><th scope=\"col\">Family</th>");
        writer.Write("<th scope=\"col\">In force</th><th scope=\"col\">Evidence against or for damage</th><th scope=\"col\">Occurrences</th></tr></thead>\n<tbody>\n");
        int most = diagnosis.Swaps.Max(swap => swap.DamagedCount + swap.OriginalCount);
        foreach (SwapDiagnosis swap in diagnosis.Swaps) WriteSwap(writer, swap, Math.Max(most, 1));
        writer.Write("</tbody>\n</table></div>\n<p class=\"legend\">Occurrences: <svg width=\"12\" height=\"10\"><rect width=\"12\" height=\"10\" class=\"replaced\"/></svg> replaced, ");
        writer.Write("<svg width=\"12\" height=\"10\"><rect width=\"12\" height=\"10\" class=\"kept\"/></svg> found and left alone, ");
        writer.Write("<svg width=\"12\" height=\"10\"><rect width=\"12\" height=\"10\" class=\"alive\"/></svg> the original word, alive. ");
        writer.Write("Evidence: natural logarithm of the likelihood ratio.</p>\n</details>\n");
    }

    private static void WriteSwap(TextWriter writer, SwapDiagnosis swap, int most)
    {
        writer.Write("<tr><td lang=\"zh\">");
        Html.WriteText(writer, swap.Damaged);
        writer.Write("</td><td lang=\"zh\">");
        Html.WriteText(writer, swap.Original);
        writer.Write("</td><td>");
        Html.WriteText(writer, swap.Family);
        writer.Write("</td><td>");
        WriteProbability(writer, swap.Probability);
        writer.Write("</td><td>");
        WriteEvidence(writer, swap.Evidence);
        writer.Write("</td><td>");
        WriteOccurrences(writer, swap, most);
        writer.Write("</td></tr>\n");
    }

    private static void WriteProbability(TextWriter writer, double probability)
    {
        writer.Write($"<svg width=\"{Width}\" height=\"10\" aria-hidden=\"true\"><rect width=\"{Width}\" height=\"10\" class=\"ground\"/>");
        writer.Write($"<rect width=\"{Length(probability, 1, Width)}\" height=\"10\" class=\"force\"/></svg> {Html.Percent(probability)}");
    }

    private static void WriteEvidence(TextWriter writer, double evidence)
    {
        const int middle = Width / 2;
        string length = Length(Math.Abs(evidence), MostEvidence, middle);
        string x = evidence >= 0 ? middle.ToString(CultureInfo.InvariantCulture) : Length(MostEvidence - Math.Min(MostEvidence, -evidence), MostEvidence, middle);
        writer.Write($"<svg width=\"{Width}\" height=\"10\" aria-hidden=\"true\"><rect width=\"{Width}\" height=\"10\" class=\"ground\"/>");
        writer.Write($"<rect x=\"{x}\" width=\"{length}\" height=\"10\" class=\"{(evidence >= 0 ? "for" : "against")}\"/>");
        writer.Write($"<rect x=\"{middle}\" width=\"1\" height=\"10\" class=\"axis\"/></svg> ");
        writer.Write(evidence.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture));
    }

    private static void WriteOccurrences(TextWriter writer, SwapDiagnosis swap, int most)
    {
        int kept = Math.Max(0, swap.DamagedCount - swap.Replaced);
        writer.Write($"<svg width=\"{Width}\" height=\"10\" aria-hidden=\"true\"><rect width=\"{Width}\" height=\"10\" class=\"ground\"/>");
        int done = 0;
        foreach ((int count, string name) in ((int, string)[])[(swap.Replaced, "replaced"), (kept, "kept"), (swap.OriginalCount, "alive")])
        {
            writer.Write($"<rect x=\"{Length(done, most, Width)}\" width=\"{Length(count, most, Width)}\" height=\"10\" class=\"{name}\"/>");
            done += count;
        }
        writer.Write($"</svg> {swap.Replaced} replaced, {kept} left, {swap.OriginalCount} alive");
    }

    private static string Length(double value, double most, int width) =>
        (Math.Clamp(value / most, 0, 1) * width).ToString("0.#", CultureInfo.InvariantCulture);
}
