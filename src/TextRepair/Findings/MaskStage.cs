using System.Buffers;
using TextRepair.Anchoring;

namespace TextRepair.Findings;

/// <summary>Reports what was masked: xx年, XX县区, ××公司.</summary>
internal sealed class MaskStage : IStage
{
    private const string Masked = "年月日县区市省州镇乡村局厅处科公单学医院法路街同某先女项";

    private static readonly SearchValues<char> Marks = SearchValues.Create("xX×Ｘ");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if ((output.AnchorsOf(text).Rare & RareKinds.Mask) == 0) return;
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAny(Marks); i >= 0;)
        {
            int end = i + 1;
            while (end < all.Length && all[end] == all[i]) end++;
            if (IsMask(all, i, end)) Report(text, i, end, output);
            int next = all[end..].IndexOfAny(Marks);
            i = next < 0 ? -1 : end + next;
        }
    }

    private static bool IsMask(ReadOnlySpan<char> text, int start, int end) =>
        end - start is >= 2 and <= 6 && end < text.Length && Masked.Contains(text[end], StringComparison.Ordinal)
        && (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]));

    private static void Report(string text, int start, int end, StageOutput output) =>
        output.Findings.Add(new Finding(start, end - start, FindingKind.Mask,
            $"{text[start..end]} stands in place of a name or a number before {text[end]}; what it hides is not in the text."));
}
