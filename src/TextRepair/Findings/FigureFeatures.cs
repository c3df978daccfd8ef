using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>What a model sees of a unit that has no figure before it.</summary>
internal static class FigureFeatures
{
    /// <summary>The number of features of one place.</summary>
    public const int Count = 16;

    private const int MostSkipped = 16;

    /// <summary>Hashes the features of a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="left">Where what stands before the unit ends, exclusive.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="features">Receives <see cref="Count"/> hashes.</param>
    public static void Extract(ReadOnlySpan<char> text, int left, Unit unit, Span<uint> features)
    {
        // In 增长%和% or 分别提高、和个百分点 the word that wants figures stands before what joins them.
        int head = SkipJoints(text, left);
        uint u = NameOf(text, unit), joined = head < left ? 1u : 0u;
        uint a = At(text, head - 1), b = At(text, head - 2), c = At(text, head - 3), d = At(text, head - 4);
        uint p = At(text, unit.End), q = At(text, unit.End + 1), r = At(text, unit.End + 2);
        features[0] = FeatureHash.Of(101, u);
        features[1] = FeatureHash.Of(102, a, joined);
        features[2] = FeatureHash.Of(103, a, b);
        features[3] = FeatureHash.Of(104, a, b, c);
        features[4] = FeatureHash.Of(105, a, b, c, d);
        features[5] = FeatureHash.Of(106, u, a);
        features[6] = FeatureHash.Of(107, u, a, b);
        features[7] = FeatureHash.Of(108, u, a, b, c);
        features[8] = FeatureHash.Of(109, u, p);
        features[9] = FeatureHash.Of(110, u, p, q);
        features[10] = FeatureHash.Of(111, u, p, q, r);
        features[11] = FeatureHash.Of(112, u, a, p);
        features[12] = FeatureHash.Of(113, u, a, p, q);
        features[13] = FeatureHash.Of(114, u, a, b, p);
        features[14] = FeatureHash.Of(115, u, joined);
        features[15] = FeatureHash.Of(116, u, a, b, p, q);
    }

    /// <summary>Passes over what joins one figure to the next, and over blanks, backwards from a place.</summary>
    public static int SkipJoints(ReadOnlySpan<char> text, int end)
    {
        int limit = Math.Max(0, end - MostSkipped);
        while (end > limit && (IsJoint(text[end - 1]) || text[end - 1] is ' ' or '\u3000')) end--;
        return end;
    }

    /// <summary>Tells whether a character joins figures that are counted up.</summary>
    public static bool IsJoint(char c) => c is '、' or '和' or '与' or '及' or ',' or '，' or '-' or '~' or '～';

    private static uint NameOf(ReadOnlySpan<char> text, Unit unit)
    {
        uint name = 0;
        for (int i = unit.Start; i < unit.End; i++) name = FeatureHash.Of(117, name, text[i]);
        return name;
    }

    private static uint At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? Characters.Fold(text[i]) : ' ';
}
