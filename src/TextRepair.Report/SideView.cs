namespace TextRepair.Report;

/// <summary>What stands beside the text: the edit at hand, filters, decisions, rules and findings.</summary>
internal static class SideView
{
    private const string Tools = """
        <aside>
        <section id="card" aria-live="polite"><p>Press <kbd>n</kbd> for the next edit, <kbd>?</kbd> for all keys.</p></section>
        <section id="tools">
        <p class="buttons"><button id="previous" title="p or k">← Previous</button> <button id="next" title="n or j">Next →</button>
        <button id="accept" title="a">✓ Accept</button> <button id="reject" title="r">✗ Reject</button> <button id="forget" title="u">Undo</button></p>
        <fieldset><legend>Show</legend>
        <label><input type="radio" name="view" value="repaired" checked> repaired</label>
        <label><input type="radio" name="view" value="both"> both</label>
        <label><input type="radio" name="view" value="original"> original</label></fieldset>
        <fieldset><legend>Filter</legend>
        <label>Words or rule <input id="words" type="search" size="12"></label>
        <label>Confidence up to <input id="ceiling" type="number" min="50" max="100" step="0.1" value="100"> %</label>
        <label>Decision <select id="state"><option value="">any</option><option value="open">open</option><option value="accepted">accepted</option><option value="rejected">rejected</option></select></label>
        <output id="matching"></output></fieldset>
        <p class="buttons"><button id="save-protected">Save protected words</button> <button id="save-dictionary">Save dictionary</button> <output id="saved"></output></p>
        <dl id="keys" hidden><dt>n, j</dt><dd>next edit</dd><dt>p, k</dt><dd>previous edit</dd><dt>a</dt><dd>accept and go on</dd><dt>r</dt><dd>reject and go on</dd><dt>u</dt><dd>undo the decision</dd><dt>f, F</dt><dd>next, previous finding</dd><dt>1, 2, 3</dt><dd>repaired, both, original</dd><dt>/</dt><dd>filter</dd></dl>
        </section>

        """;

    public static void Write(TextWriter writer, RepairResult result)
    {
        writer.Write(Tools.ReplaceLineEndings("\n"));
        WriteFindings(writer, result);
        WriteRules(writer, result.Edits);
        writer.Write("</aside>\n");
    }

    private static void WriteFindings(TextWriter writer, RepairResult result)
    {
        if (result.Findings.Count == 0) return;
        writer.Write($"<details id=\"findings\" open>\n<summary>{Html.Count(result.Findings.Count, "finding")}</summary>\n<ol class=\"scroll\">\n");
        for (int i = 0; i < result.Findings.Count; i++)
        {
            Finding finding = result.Findings[i];
            writer.Write($"<li><a href=\"#f{i}\">{Kinds.Name(finding.Kind)}</a> <q lang=\"zh\">");
            Html.WriteText(writer, Around(result.Original, finding));
            writer.Write("</q> ");
            Html.WriteText(writer, finding.Message);
            writer.Write("</li>\n");
        }
        writer.Write("</ol>\n</details>\n");
    }

    private static void WriteRules(TextWriter writer, EditList edits)
    {
        if (edits.Count == 0) return;
        var rules = edits.Select((edit, index) => (edit.Rule, edit.Kind, Index: index))
            .GroupBy(edit => (edit.Rule, edit.Kind))
            .OrderByDescending(rule => rule.Count()).ThenBy(rule => rule.Key.Rule, StringComparer.Ordinal)
            .ToArray();
        writer.Write($"<details id=\"rules\" open>\n<summary>{Html.Count(rules.Length, "rule")}</summary>\n<ul class=\"scroll\">\n");
        foreach (var rule in rules)
        {
            // The script finds the rule by its first edit: a rule may hold characters that an attribute does not keep.
            writer.Write($"<li><button data-edit=\"{rule.First().Index}\" lang=\"zh\"><span class=\"e {Kinds.Class(rule.Key.Kind)} c4\">");
            Html.WriteText(writer, rule.Key.Rule);
            writer.Write($"</span> × {Html.Number(rule.Count())}</button></li>\n");
        }
        writer.Write("</ul>\n</details>\n");
    }

    private static ReadOnlySpan<char> Around(string text, Finding finding)
    {
        int start = Math.Clamp(finding.Start - 6, 0, text.Length);
        int end = Math.Clamp(finding.Start + Math.Min(finding.Length, 20) + 6, start, text.Length);
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return text.AsSpan(start, end - start);
    }
}
