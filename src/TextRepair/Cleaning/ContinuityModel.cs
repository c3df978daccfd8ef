using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Tells whether a text runs on across a place, or begins anew there.</summary>
internal sealed class ContinuityModel(HashedWeights weights)
{
    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.continuity.bin";

    /// <summary>Reads the embedded model.</summary>
    public static ContinuityModel Load() => new(HashedWeights.Load(Resource, ModelKind.Continuity));

    /// <summary>Weighs a place.</summary>
    /// <returns>The natural log-odds that what follows continues the sentence before, both taken to be equally frequent.</returns>
    public double Score(ReadOnlySpan<char> text, int leftEnd, int rightStart)
    {
        Span<uint> features = stackalloc uint[ContinuityFeatures.Count];
        ContinuityFeatures.Extract(text, leftEnd, rightStart, features);
        return weights.LogOdds(features);
    }
}
