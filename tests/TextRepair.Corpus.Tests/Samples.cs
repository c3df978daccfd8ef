namespace TextRepair.Corpus.Tests;

/// <summary>Lines of all sorts, the same for the same seed.</summary>
internal static class Samples
{
    private static readonly string[] Words = ["效劳", "根底", "开展", "服务", "设施", "，", "。", "完成亿元", "\\u6548\\u52b3", "\\/", "😀", "\\ud83d", "\u200b", "\\n", "经济"];

    public static IEnumerable<string> Lines(Random random, int count) => Enumerable.Range(0, count).Select(i => Line(random, i));

    private static string Line(Random random, int number) => random.Next(40) switch
    {
        0 => "{broken",
        1 => "",
        2 => $$"""{"id":{{number}},"text":null}""",
        3 => $$"""{"id":{{number}},"text":"\u6548\u52b3\u4e1a"}""",
        _ => $$"""{"id":"{{number}}","text":"{{Text(random)}}","more":[1,{"text":"效劳"}]}""",
    };

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Words[random.Next(Words.Length)]));
}
