using TextRepair.Models;
using TextRepair.Segmentation;

namespace TextRepair.Findings;

/// <summary>Tells whether words that no full stop follows were cut off (优化产业布), or are a whole (提前三个月完成).</summary>
internal sealed class EndModel(HashedWeights weights)
{
    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.ends.bin";

    /// <summary>The number of features of one end.</summary>
    public const int Features = 13;

    /// <summary>Reads the embedded model.</summary>
    public static EndModel Load() => new(HashedWeights.Load(Resource, ModelKind.Ends));

    /// <summary>Weighs an end.</summary>
    /// <returns>The natural log-odds that more was to come, both taken to be as frequent as in training.</returns>
    public double Score(ReadOnlySpan<char> text, int end)
    {
        Span<uint> features = stackalloc uint[Features];
        Extract(text, end, features);
        return weights.LogOdds(features);
    }

    /// <summary>Hashes the features of an end: what stands before it, and how far the last mark is away.</summary>
    public static void Extract(ReadOnlySpan<char> text, int end, Span<uint> features)
    {
        uint a = At(text, end - 1), b = At(text, end - 2), c = At(text, end - 3), d = At(text, end - 4), e = At(text, end - 5), f = At(text, end - 6);
        uint length = (uint)LengthOfClause(text, end), first = At(text, end - (int)length), second = At(text, end - (int)length + 1);
        var writer = new FeatureWriter(features, 301);
        writer.Add(a);
        writer.Add(a, b);
        writer.Add(a, b, c);
        writer.Add(a, b, c, d);
        writer.Add(b, c, d, e);
        writer.Add(length);
        writer.Add(length, a);
        writer.Add(first, second, a);
        writer.Add(c, d, e, f);
        writer.Add(first, second, Math.Min(length, 8));
        AddWords(text[..end], ref writer);
    }

    // In 优化产业布 the last character is no word that ends anything; in 已经公布 it is part of one.
    private static void AddWords(ReadOnlySpan<char> text, ref FeatureWriter writer)
    {
        uint last = LastWord(ref text), second = LastWord(ref text), third = LastWord(ref text);
        writer.Add(last);
        writer.Add(last, second);
        writer.Add(last, second, third);
    }

    private static uint LastWord(ref ReadOnlySpan<char> text)
    {
        int length = text.IsEmpty || !Characters.IsHan(text[^1]) ? Math.Min(1, text.Length) : Lexicon.Default.LongestBefore(text, text.Length);
        uint hash = (uint)length;
        foreach (char c in text[(text.Length - length)..]) hash = FeatureHash.Of(300, hash, Characters.Fold(c));
        text = text[..^length];
        return hash;
    }

    private static int LengthOfClause(ReadOnlySpan<char> text, int end)
    {
        const int Longest = 24;
        int length = 0;
        while (length < Longest && length < end && Characters.IsHan(text[end - 1 - length])) length++;
        return length;
    }

    private static uint At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? Characters.Fold(text[i]) : ' ';
}
