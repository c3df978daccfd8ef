using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Reports a text that ends in mid sentence.</summary>
internal sealed class EndStage : IStage
{
    private const int ShortestText = 200;
    private const int ShortestLine = 60;

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        int end = text.Length;
        while (end > 0 && text.Length - end < ShortestText && Characters.IsBlank(text[end - 1])) end--;
        if (end < ShortestText || !IsOpen(text[end - 1])) return;
        ReadOnlySpan<char> tail = text.AsSpan(end - ShortestText, ShortestText);
        ReadOnlySpan<char> line = tail[(tail.LastIndexOf('\n') + 1)..];
        // A title or an entry of a list ends without a full stop too; a long line with sentences in it does not.
        bool isProse = line.Length >= ShortestLine && line.IndexOfAny('。', '；', '！') >= 0;
        if (!isProse && !Characters.IsComma(text[end - 1])) return;
        output.Findings.Add(new Finding(end, 0, FindingKind.TruncatedEnd,
            "The text ends without the end of a sentence; expected more. What is missing is not in the text."));
    }

    private static bool IsOpen(char c) => Characters.IsHan(c) || Characters.IsComma(c) || c is '（' or '“' or '《';
}
