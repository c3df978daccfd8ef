using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>A small network that scores the places where a quote may end: embeddings of what stands in the slots, one hidden layer, a sum.</summary>
/// <remarks>
/// All numbers are 8-bit integers and are multiplied and added as floats, which is exact below 2^24: so scores are the same on
/// every machine, in any order. The file, behind the header of <see cref="EmbeddedTable"/>: the scale of a score (a float), the
/// biases (an int32 each), output weights, weights by input and hidden unit, embeddings (a byte each), the table of
/// <see cref="QuoteTerms"/>, that of <see cref="QuoteNgrams"/>.
/// </remarks>
internal sealed class QuoteNetwork
{
    /// <summary>The length of an embedding, and the number of hidden units.</summary>
    public const int Depth = 8, Hidden = 32;

    /// <summary>The number of slots, and of inputs of the hidden layer.</summary>
    public const int Slots = QuoteSpan.QuoteSlotCount + QuoteSpan.PlaceSlotCount, Inputs = Slots * Depth;

    /// <summary>The number of embeddings.</summary>
    public const int Rows = 1 << RowBits;

    /// <summary>The name of the embedded file.</summary>
    public const string Resource = "TextRepair.Models.quote-network.bin";

    /// <summary>How many vectors the hidden units of a place are.</summary>
    public const int Halves = Hidden / Width;

    private const string Magic = "TRQN";
    private const int Version = 2, RowBits = 18, Width = 16;
    private const int BiasStart = sizeof(int), OutputStart = BiasStart + (Hidden * sizeof(int)), WeightStart = OutputStart + Hidden;
    private const int EmbeddingStart = WeightStart + (Inputs * Hidden), TermStart = EmbeddingStart + (Rows * Depth), NgramStart = TermStart + QuoteTerms.TableLength, BodyLength = NgramStart + QuoteNgrams.TableLength;

    // With output weights of at most 127, two products stay below 2^24; they are rounded down to steps, so that large ones keep their size.
    private const float LargestUnit = 65535, UnitStep = 32;

    private readonly EmbeddedTable _table;
    private readonly float[] _bias, _output, _weights;
    private readonly double _scale;

    private QuoteNetwork(EmbeddedTable table)
    {
        _table = table;
        ReadOnlySpan<byte> body = table.Body;
        if (body.Length != BodyLength) throw new InvalidDataException($"{Resource}: expected {BodyLength} bytes, found {body.Length}. Train it again.");
        _scale = BinaryPrimitives.ReadSingleLittleEndian(body);
        _bias = new float[Hidden];
        for (int i = 0; i < Hidden; i++) _bias[i] = BinaryPrimitives.ReadInt32LittleEndian(body[(BiasStart + (sizeof(int) * i))..]);
        _output = Widen(body.Slice(OutputStart, Hidden));
        _weights = Widen(body.Slice(WeightStart, Inputs * Hidden));
    }

    /// <summary>Gets the terms that are often quoted.</summary>
    public QuoteTerms Terms => new(_table.Body[TermStart..NgramStart]);

    /// <summary>Gets how often characters stand side by side.</summary>
    public QuoteNgrams Ngrams => new(_table.Body[NgramStart..]);

    /// <summary>Opens the network that is part of this assembly.</summary>
    public static QuoteNetwork Load() => new(EmbeddedTable.OpenResource(Resource, Magic, Version));

    /// <summary>Reads a network.</summary>
    public static QuoteNetwork Parse(ReadOnlySpan<byte> file, string name) => new(EmbeddedTable.FromBytes(file, name, Magic, Version));

    /// <summary>Gets which embedding stands for a hash.</summary>
    public static int RowOf(uint hash) => (int)((hash * 0x9E3779B1u) >> (32 - RowBits));

    /// <summary>Scores places.</summary>
    /// <param name="quote">The slots of the quote.</param>
    /// <param name="places">The slots of all places, one after the other.</param>
    /// <param name="scores">Receives a score for each place.</param>
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<uint> quote, ReadOnlySpan<uint> places, Span<double> scores)
    {
        Span<Vector512<float>> common = stackalloc Vector512<float>[Halves], units = stackalloc Vector512<float>[scores.Length * Halves];
        Span<float> embeddings = stackalloc float[scores.Length * Depth];
        for (int half = 0; half < Halves; half++) common[half] = Vector512.Create<float>(_bias.AsSpan(half * Width));
        for (int slot = 0; slot < quote.Length; slot++) Add(slot, quote[slot..], embeddings[..Depth], common);
        for (int i = 0; i < units.Length; i++) units[i] = common[i % Halves];
        for (int slot = 0; slot < QuoteSpan.PlaceSlotCount; slot++) Add(quote.Length + slot, places[slot..], embeddings, units);
        for (int i = 0; i < scores.Length; i++) scores[i] = Output(units.Slice(i * Halves, Halves)) * _scale * UnitStep;
    }

    /// <summary>Writes trained numbers in the format that <see cref="Parse"/> reads.</summary>
    public static byte[] Format(ReadOnlySpan<float> embeddings, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> output, IEnumerable<KeyValuePair<uint, uint>> terms, ReadOnlySpan<byte> ngrams)
    {
        byte[] file = new byte[EmbeddedTable.HeaderLength + BodyLength];
        Span<byte> body = file.AsSpan(EmbeddedTable.HeaderLength);
        float unit = Quantise(embeddings, body.Slice(EmbeddingStart, Rows * Depth)) * Quantise(weights, body.Slice(WeightStart, Inputs * Hidden));
        float scale = unit * Quantise(output, body.Slice(OutputStart, Hidden));
        BinaryPrimitives.WriteSingleLittleEndian(body, scale);
        for (int i = 0; i < Hidden; i++) BinaryPrimitives.WriteInt32LittleEndian(body[(BiasStart + (sizeof(int) * i))..], (int)MathF.Round(Math.Clamp(bias[i] / unit, -1 << 20, 1 << 20)));
        QuoteTerms.Format(terms, body[TermStart..NgramStart]);
        ngrams.CopyTo(body[NgramStart..]);
        EmbeddedTable.WriteHeader(file, Magic, Version);
        return file;
    }

    /// <summary>Adds what one slot brings to half of the hidden units of places that lie one after the other.</summary>
    public static void Add(ReadOnlySpan<Vector512<float>> weights, ReadOnlySpan<float> embeddings, Span<Vector512<float>> units)
    {
        Vector512<float> a = weights[0], b = weights[Halves], c = weights[2 * Halves], d = weights[3 * Halves], e = weights[4 * Halves], f = weights[5 * Halves], g = weights[6 * Halves], h = weights[7 * Halves];
        for (int unit = 0; embeddings.Length >= Depth; embeddings = embeddings[Depth..], unit += Halves)
        {
            // Two sums, so that one need not wait for the other.
            Vector512<float> left = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[0]), a, units[unit]);
            Vector512<float> right = Vector512.Create(embeddings[4]) * e;
            left = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[1]), b, left);
            right = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[5]), f, right);
            left = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[2]), c, left);
            right = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[6]), g, right);
            left = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[3]), d, left);
            right = Vector512.MultiplyAddEstimate(Vector512.Create(embeddings[7]), h, right);
            units[unit] = left + right;
        }
    }

    private static float Quantise(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        float largest = float.Epsilon;
        foreach (float value in values) largest = Math.Max(largest, MathF.Abs(value));
        float step = largest / sbyte.MaxValue;
        for (int i = 0; i < values.Length; i++) bytes[i] = (byte)(sbyte)MathF.Round(values[i] / step);
        return step;
    }

    // Adds what one slot brings to the hidden units of all places; the hashes of places are as far apart as their slots.
    // Its weights stay in registers while the places go by.
    private void Add(int slot, ReadOnlySpan<uint> hashes, Span<float> embeddings, Span<Vector512<float>> units)
    {
        ReadOnlySpan<byte> table = _table.Body.Slice(EmbeddingStart, Rows * Depth);
        for (int i = 0, place = 0; i < embeddings.Length; i += Depth, place += QuoteSpan.PlaceSlotCount)
        {
            Vector128<short> row = Vector128.WidenLower(Vector128.CreateScalarUnsafe(BinaryPrimitives.ReadInt64LittleEndian(table[(RowOf(hashes[place]) * Depth)..])).AsSByte());
            Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(row), Vector128.WidenUpper(row))).CopyTo(embeddings[i..]);
        }
        ReadOnlySpan<Vector512<float>> weights = MemoryMarshal.Cast<float, Vector512<float>>(_weights.AsSpan(slot * Depth * Hidden, Depth * Hidden));
        for (int half = 0; half < Halves; half++) Add(weights[half..], embeddings, units[half..]);
    }

    private int Output(ReadOnlySpan<Vector512<float>> units)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        for (int half = 0; half < Halves; half++)
        {
            Vector512<float> steps = Vector512.Floor(Vector512.Max(units[half], Vector512<float>.Zero) * (1 / UnitStep));
            Vector512<float> unit = Vector512.Min(steps, Vector512.Create(LargestUnit));
            sum = Vector512.MultiplyAddEstimate(unit, Vector512.Create<float>(_output.AsSpan(half * Width)), sum);
        }
        return Vector512.Sum(Vector512.ConvertToInt32(sum));
    }

    private static float[] Widen(ReadOnlySpan<byte> bytes)
    {
        float[] values = new float[bytes.Length];
        for (int i = 0; i < values.Length; i++) values[i] = (sbyte)bytes[i];
        return values;
    }
}
