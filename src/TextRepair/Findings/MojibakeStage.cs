using System.Buffers;

namespace TextRepair.Findings;

/// <summary>Reports text that was decoded with the wrong encoding: 锟斤拷, 烫烫烫, replacement characters, Ã and â€ in rows.</summary>
internal sealed class MojibakeStage : IStage
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\ufffd锟烫Ãâ");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAny(Marks); i >= 0;)
        {
            int end = i + Math.Max(1, RunLength(all[i..]));
            if (end > i + 1 || all[i] == '\ufffd') Report(i, end, output);
            int next = all[end..].IndexOfAny(Marks);
            i = next < 0 ? -1 : end + next;
        }
    }

    private static int RunLength(ReadOnlySpan<char> text) => text[0] switch
    {
        '\ufffd' => Count(text, "\ufffd"),
        '锟' => Count(text, "锟斤拷"),
        '烫' => Count(text, "烫") is >= 3 and var length ? length : 0,
        // UTF-8 read as Latin-1: a lead byte and what follows it, several times in a row.
        _ => text.Length > 3 && text[1] is >= '\u0080' and <= '\u00bf' && text[2] is >= '\u0080' and <= '\u00ff' ? 3 : 0,
    };

    private static int Count(ReadOnlySpan<char> text, ReadOnlySpan<char> piece)
    {
        int length = 0;
        while (text[length..].StartsWith(piece)) length += piece.Length;
        return length;
    }

    private static void Report(int start, int end, StageOutput output) =>
        output.Findings.Add(new Finding(start, end - start, FindingKind.Mojibake,
            "Text was decoded with the wrong encoding here; expected Chinese. The bytes it came from are gone, decode the source again."));
}
