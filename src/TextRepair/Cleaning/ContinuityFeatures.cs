using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>What a model sees of a place where something may have been driven in or torn apart.</summary>
internal static class ContinuityFeatures
{
    /// <summary>The number of features of one place.</summary>
    public const int Count = 15;

    /// <summary>Hashes the features of a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leftEnd">Where the left part ends, exclusive; blanks before it are passed over.</param>
    /// <param name="rightStart">Where the right part starts; blanks after it are passed over.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes.</param>
    public static void Extract(ReadOnlySpan<char> text, int leftEnd, int rightStart, Span<uint> features)
    {
        const int MostBlanks = 64;
        int limit = Math.Max(0, leftEnd - MostBlanks);
        while (leftEnd > limit && Characters.IsBlank(text[leftEnd - 1])) leftEnd--;
        limit = Math.Min(text.Length, rightStart + MostBlanks);
        while (rightStart < limit && Characters.IsBlank(text[rightStart])) rightStart++;
        uint a = At(text, leftEnd - 1), b = At(text, leftEnd - 2), c = At(text, leftEnd - 3), d = At(text, leftEnd - 4);
        uint p = At(text, rightStart), q = At(text, rightStart + 1), r = At(text, rightStart + 2), s = At(text, rightStart + 3);
        features[0] = FeatureHash.Of(1);
        PlaceNgrams.Extract(a, b, c, p, q, r, features[1..]);
        features[10] = FeatureHash.Of(11, a, b, p, q);
        features[11] = FeatureHash.Of(12, a, b, c, p);
        features[12] = FeatureHash.Of(13, a, p, q, r);
        features[13] = FeatureHash.Of(14, a, b, c, d);
        features[14] = FeatureHash.Of(15, p, q, r, s);
    }

    private static uint At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? Characters.Fold(text[i]) : ' ';
}
