using System.Buffers.Binary;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Weighs where an open quote ends by the habits of the other quotes of its document, too.</summary>
/// <remarks>A multinomial logistic regression over <see cref="QuoteCommons"/>, one of whose features is what the place alone tells.</remarks>
internal sealed class QuoteHabits
{
    /// <summary>The name of the embedded file.</summary>
    public const string Resource = "TextRepair.Models.quote-habits.bin";

    private const string Magic = "TRQH";
    private const int Version = 1;

    private readonly double[] _weights;

    private QuoteHabits(ReadOnlySpan<byte> body)
    {
        if (body.Length != QuoteCommons.FeatureCount * sizeof(float))
            throw new InvalidDataException($"{Resource}: expected {QuoteCommons.FeatureCount} weights, found {body.Length} bytes. Train it again.");
        _weights = new double[QuoteCommons.FeatureCount];
        for (int i = 0; i < _weights.Length; i++) _weights[i] = BinaryPrimitives.ReadSingleLittleEndian(body[(i * sizeof(float))..]);
    }

    /// <summary>Gets weights by which every quote is judged alone.</summary>
    public static QuoteHabits None { get; } = Parse(Format([1, .. new float[QuoteCommons.FeatureCount - 1]]), "no habits");

    /// <summary>Reads the weights that are part of this assembly.</summary>
    public static QuoteHabits Load() => new(EmbeddedTable.OpenResource(Resource, Magic, Version).Body);

    /// <summary>Reads weights.</summary>
    public static QuoteHabits Parse(ReadOnlySpan<byte> file, string name) => new(EmbeddedTable.FromBytes(file, name, Magic, Version).Body);

    /// <summary>Writes weights in the format that <see cref="Parse"/> reads.</summary>
    public static byte[] Format(ReadOnlySpan<float> weights)
    {
        byte[] file = new byte[EmbeddedTable.HeaderLength + (weights.Length * sizeof(float))];
        for (int i = 0; i < weights.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(EmbeddedTable.HeaderLength + (i * sizeof(float))), weights[i]);
        EmbeddedTable.WriteHeader(file, Magic, Version);
        return file;
    }

    /// <summary>Finds where the open quotes of a document end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scan">Its quotes.</param>
    /// <returns>An end for each of <see cref="QuoteScan.Unclosed"/>.</returns>
    public List<QuoteEnd> FindEnds(string text, QuoteScan scan)
    {
        var commons = new QuoteCommons(text, scan.Closed, scan.Choices);
        var ends = new List<QuoteEnd>(scan.Choices.Count);
        Span<double> features = stackalloc double[QuoteChoice.Most * QuoteCommons.FeatureCount], scores = stackalloc double[QuoteChoice.Most];
        for (int i = 0; i < scan.Choices.Count; i++)
        {
            QuoteChoice choice = scan.Choices[i];
            int count = choice.Places.Length;
            features.Clear();
            commons.Extract(i, features);
            for (int k = 0; k < count; k++) scores[k] = Sum(features.Slice(k * QuoteCommons.FeatureCount, QuoteCommons.FeatureCount));
            ends.Add(choice.BestBy(scores[..count]));
        }
        return ends;
    }

    private double Sum(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++) sum += _weights[i] * features[i];
        return sum;
    }
}
