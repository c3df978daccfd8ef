namespace TextRepair.Report;

/// <summary>The head of the page: what was found, in one line and one figure a kind.</summary>
internal static class SummaryView
{
    public static void Write(TextWriter writer, RepairResult result, string name)
    {
        writer.Write("<header>\n<h1>");
        Html.WriteText(writer, name.Length == 0 ? "TextRepair report" : name);
        writer.Write("</h1>\n<p id=\"summary\">");
        writer.Write(result.Edits.Count == 0 ? "Nothing was changed in " : $"{Html.Count(result.Edits.Count, "edit")} in ");
        writer.Write($"{Html.Count(result.Original.Length, "character")}, {Html.Count(result.Findings.Count, "finding")}. ");
        // Evidence adds up until the probability rounds to 1; what is inferred is still never said to be certain.
        double probability = Math.Min(result.Diagnosis.DamageProbability, 0.9999);
        writer.Write($"Probability that words were swapped: <strong>{Html.Percent(probability)}</strong></p>\n");
        WriteKinds(writer, result.Edits);
        writer.Write("</header>\n");
    }

    private static void WriteKinds(TextWriter writer, EditList edits)
    {
        if (edits.Count == 0) return;
        writer.Write("<ul id=\"kinds\" aria-label=\"Edits by kind\">\n");
        foreach (IGrouping<EditKind, TextEdit> kind in edits.GroupBy(edit => edit.Kind).OrderBy(kind => kind.Key))
        {
            string name = Kinds.Class(kind.Key);
            writer.Write($"<li><label><input type=\"checkbox\" name=\"kind\" value=\"{name}\" checked> <span class=\"e {name} c4\">");
            writer.Write($"{Kinds.Name(kind.Key)}</span> {Html.Number(kind.Count())}</label></li>\n");
        }
        writer.Write("<li class=\"legend\">Shade: ");
        string[] shades = ["below 95 %", "95 %", "99 %", "99.9 % sure"];
        for (int shade = 1; shade <= shades.Length; shade++) writer.Write($"<span class=\"e substitution c{shade}\">{shades[shade - 1]}</span> ");
        writer.Write("</li>\n</ul>\n");
    }
}
