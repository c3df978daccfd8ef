using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Tells whether a figure was deleted before a unit, or none was ever there (单位：万元, 亿元产业, 公元, 玉米).</summary>
internal sealed class FigureModel(HashedWeights weights)
{
    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.figures.bin";

    /// <summary>Reads the embedded model.</summary>
    public static FigureModel Load() => new(HashedWeights.Load(Resource, ModelKind.Figures));

    /// <summary>Weighs a unit without a figure.</summary>
    /// <returns>The natural log-odds that a figure was deleted, both taken to be as frequent as in training.</returns>
    public double Score(ReadOnlySpan<char> text, int left, Unit unit)
    {
        Span<uint> features = stackalloc uint[FigureFeatures.Count];
        FigureFeatures.Extract(text, left, unit, features);
        return weights.LogOdds(features);
    }
}
