using System.Buffers;
using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Reports text that was decoded with the wrong encoding, and what it should read where its bytes still tell.</summary>
internal sealed class MojibakeStage : IStage
{
    private const int Near = 3, MostShown = 20, FewestDumped = 4;

    // Of what UTF-8 looks like as GBK, the comma, the full stop, the quotes and 的: whoever looks for these finds any text of some length.
    private const string GbkMarks = "锛銆鈥鐨";

    // A text about encodings shows what it speaks of.
    private static readonly string[] Subjects = ["乱码", "编码", "字符集", "解码", "UTF-8", "utf-8", "Unicode", "unicode", "GBK", "gbk"];

    private static readonly SearchValues<char> Lost = SearchValues.Create("\ufffd锟烫屯");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if ((output.AnchorsOf(text).Rare & (RareKinds.Lost | RareKinds.Gbk | RareKinds.Latin)) == 0) return;
        var found = new List<WrongDecoding>();
        for (int i = Next(text, 0, Lost); i >= 0; i = Next(text, i, Lost)) i = Add(found, FindLost(text, i), i);
        for (int i = text.AsSpan().IndexOfAny(GbkMarks); i >= 0;)
        {
            i = Add(found, WrongDecoding.FindUtf8AsGbk(text, i), i);
            int next = text.AsSpan(i).IndexOfAny(GbkMarks);
            i = next < 0 ? -1 : i + next;
        }
        for (int i = NextLatin(text, 0); i >= 0; i = NextLatin(text, i)) i = Add(found, WrongDecoding.FindAsLatin(text, i), i);
        if (found.Count > 0) Report(text, found, output);
    }

    private static int Next(string text, int from, SearchValues<char> values)
    {
        int next = text.AsSpan(from).IndexOfAny(values);
        return next < 0 ? -1 : from + next;
    }

    private static int NextLatin(string text, int from)
    {
        int next = text.AsSpan(from).IndexOfAnyInRange('\u00c0', '\u00ff');
        return next < 0 ? -1 : from + next;
    }

    private static int Add(List<WrongDecoding> found, WrongDecoding? here, int place)
    {
        if (here is null) return place + 1;
        found.Add(here.Value);
        return here.Value.End;
    }

    private static WrongDecoding? FindLost(string text, int i)
    {
        int end = i;
        ReadOnlySpan<char> piece = text[i] == '锟' ? "锟斤拷" : text.AsSpan(i, 1);
        while (text.AsSpan(end).StartsWith(piece)) end += piece.Length;
        // What is hot is 烫烫烫; memory that was never written to is longer.
        bool isLost = text[i] is '\ufffd' or '锟' ? end > i : end - i >= FewestDumped;
        return isLost ? new WrongDecoding(i, end, "text in an encoding that was not the right one", "") : null;
    }

    private static void Report(string text, List<WrongDecoding> found, StageOutput output)
    {
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        bool isSubject = Subjects.Any(subject => text.Contains(subject, StringComparison.Ordinal));
        for (int i = 0; i < found.Count;)
        {
            (WrongDecoding first, int end) = (found[i++], found[i - 1].End);
            (string cause, string expected) = (first.Cause, first.Expected);
            // An odd byte here and there was lost between pieces of one damage.
            for (; i < found.Count && found[i].Start - end <= Near && !text.AsSpan(end..Math.Max(end, found[i].Start)).Contains('\n'); i++)
            {
                end = Math.Max(end, found[i].End);
                // What the bytes still tell says more than that some are lost.
                if (expected.Length == 0) cause = found[i].Cause;
                if (expected.Length < MostShown) expected += found[i].Expected;
            }
            if (!isSubject && !IsQuoted(text, first.Start, end)) output.Findings.Add(new Finding(first.Start, end - first.Start, FindingKind.Mojibake, Message(cause, expected)));
        }
    }

    private static string Message(string cause, string expected)
    {
        if (expected.Length > MostShown) expected = string.Concat(expected.AsSpan(0, char.IsHighSurrogate(expected[MostShown - 1]) ? MostShown - 1 : MostShown), "…");
        string reading = expected.Length == 0 ? "Chinese. The bytes it came from are gone" : $"“{expected}”. Bytes may have been lost beside it";
        return $"This is {cause}; expected {reading}: decode the source again.";
    }

    private static bool IsQuoted(string text, int start, int end) =>
        start > 0 && end < text.Length && text[start - 1] is '“' or '‘' or '「' or '『' or '"' or '\'' or '`' or '（' or '(' or '【'
        && !Characters.IsHan(text[end]) && !Characters.IsBlank(text[end]);
}
