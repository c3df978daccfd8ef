namespace TextRepair.Models;

/// <summary>The features that all models of places share: the characters just before and just behind, alone and across.</summary>
internal static class PlaceNgrams
{
    /// <summary>The number of features.</summary>
    public const int Count = 9;

    private const uint FirstTemplate = 2;

    /// <summary>Hashes the characters around a place.</summary>
    /// <param name="a">The character just before, folded.</param>
    /// <param name="b">The one before <paramref name="a"/>.</param>
    /// <param name="c">The one before <paramref name="b"/>.</param>
    /// <param name="p">The character just behind, folded.</param>
    /// <param name="q">The one behind <paramref name="p"/>.</param>
    /// <param name="r">The one behind <paramref name="q"/>.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes.</param>
    public static void Extract(uint a, uint b, uint c, uint p, uint q, uint r, Span<uint> features)
    {
        features[0] = FeatureHash.Of(FirstTemplate, a);
        features[1] = FeatureHash.Of(FirstTemplate + 1, a, b);
        features[2] = FeatureHash.Of(FirstTemplate + 2, a, b, c);
        features[3] = FeatureHash.Of(FirstTemplate + 3, p);
        features[4] = FeatureHash.Of(FirstTemplate + 4, p, q);
        features[5] = FeatureHash.Of(FirstTemplate + 5, p, q, r);
        features[6] = FeatureHash.Of(FirstTemplate + 6, a, p);
        features[7] = FeatureHash.Of(FirstTemplate + 7, a, b, p);
        features[8] = FeatureHash.Of(FirstTemplate + 8, a, p, q);
    }
}
