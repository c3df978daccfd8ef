using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Puts back what readers of scans take for other characters: dashes read as 一, three dots read as two signs.</summary>
internal sealed class ScanDashStage : IStage
{
    private const string Strokes = "一-—–";

    // 一一 is a word before and after these: counted in 45 million clean characters.
    private const string CountedAfter = "唯惟皆都均要能会可应须将再被已";
    private const string Counted = "对个家握次位列作呈条解年点座回落种款分取确一检映场介说部处询○";

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOf('一'); i >= 0;)
        {
            int start = i > 0 && text[i - 1] is '-' or '—' or '–' ? i - 1 : i;
            if (IsDash(all, start)) Replace(text, start, 2, "——", "a dash that was read as 一", output);
            int next = all[(i + 1)..].IndexOf('一');
            i = next < 0 ? -1 : i + 1 + next;
        }
        if (all.Contains(".…", StringComparison.Ordinal)) RestoreDots(text, output);
    }

    // .… is three dots, and where there is one, a single … is too.
    private static void RestoreDots(string text, StageOutput output)
    {
        for (int i = text.IndexOf('…', StringComparison.Ordinal); i >= 0; i = text.IndexOf('…', i + 1))
        {
            if (text[i - (i > 0 ? 1 : 0)] == '.') Replace(text, i - 1, 2, "...", "three dots, of which two were read as one sign", output);
            else if (i > 0 && text[i - 1] != '…' && (i + 1 == text.Length || text[i + 1] != '…')) Replace(text, i, 1, "...", "three dots, as elsewhere in this document", output);
        }
    }

    private static bool IsDash(ReadOnlySpan<char> text, int start)
    {
        if (start + 2 >= text.Length || !Strokes.Contains(text[start + 1], StringComparison.Ordinal)) return false;
        char left = start == 0 ? '\n' : text[start - 1], right = text[start + 2];
        if (!Continues(left) || !(Characters.IsHan(right) || right is '“' or '《') || left == '一' || right == '一') return false;
        bool isWord = text[start] == '一' && text[start + 1] == '一' && (CountedAfter.Contains(left, StringComparison.Ordinal) || Counted.Contains(right, StringComparison.Ordinal));
        return !isWord;
    }

    private static bool Continues(char c) => Characters.IsHan(c) || c is '”' or '》' or '）' or '：' or '；' or '。' or '\n';

    private static void Replace(string text, int start, int length, string replacement, string reason, StageOutput output)
    {
        if (output.Edits.Count > 0 && output.Edits[^1].End > start && output.Edits[^1].Start <= start) return;
        output.Edits.Add(new TextEdit(start, text.Substring(start, length), replacement, EditKind.Width, 0.95, "scan-dash", reason));
    }
}
