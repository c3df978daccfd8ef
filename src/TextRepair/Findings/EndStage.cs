using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Reports a text that ends in mid sentence.</summary>
internal sealed class EndStage : IStage
{
    private const int ShortestText = 1000;
    private const int Tail = 200;
    private const int ShortestRest = 6;
    private const int ShortestLine = 60;

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        int end = text.Length;
        while (end > 0 && text.Length - end < Tail && Characters.IsBlank(text[end - 1])) end--;
        if (end < ShortestText || !IsOpen(text[end - 1])) return;
        ReadOnlySpan<char> tail = text.AsSpan(end - Tail, Tail);
        ReadOnlySpan<char> line = tail[(tail.LastIndexOf('\n') + 1)..];
        // A title or an entry of a list ends without a full stop too; a long line with sentences in it does not.
        int last = line.LastIndexOfAny('。', '；', '！');
        if (line.Length < ShortestLine || last < 0 || line.Length - last <= ShortestRest) return;
        output.Findings.Add(new Finding(end, 0, FindingKind.TruncatedEnd,
            "The text ends without the end of a sentence; expected more. What is missing is not in the text."));
    }

    private static bool IsOpen(char c) => Characters.IsHan(c) || Characters.IsComma(c) || c is '（' or '“' or '《';
}
