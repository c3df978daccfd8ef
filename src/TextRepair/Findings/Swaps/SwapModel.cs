using System.Buffers.Binary;
using TextRepair.Models;

namespace TextRepair.Findings.Swaps;

/// <summary>Words that may have been put for others, learned from clean text: how often they stand there, and what they may stand for.</summary>
/// <remarks>
/// After the header of <see cref="EmbeddedTable"/>, little-endian: the numbers of originals, suspects and pairs (int32); the originals,
/// then the suspects, each two UTF-16 code units, a byte of rate, a byte of spread, and of suspects a byte with the number of their
/// pairs; the pairs (uint16): eleven bits of the number of the original, five of similarity. Suspects and originals ascend.
/// </remarks>
internal sealed class SwapModel
{
    public const string Magic = "TRUS";
    public const int Version = 1;

    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.swaps.bin";

    /// <summary>The most originals a model holds.</summary>
    public const int MostOriginals = 1 << OriginalBits;

    private const int OriginalBits = 11, SimilaritySteps = 31;
    private const double LargestSimilarity = 0.62;

    private SwapModel(SwapWord[] originals, SwapWord[] suspects, SwapPair[] pairs) => (Originals, Suspects, Pairs) = (originals, suspects, pairs);

    /// <summary>Gets the words that others may stand for.</summary>
    public SwapWord[] Originals { get; }

    /// <summary>Gets the words that may stand for others.</summary>
    public SwapWord[] Suspects { get; }

    /// <summary>Gets what suspects may stand for; <see cref="SwapWord.FirstPair"/> tells where those of a suspect begin.</summary>
    public SwapPair[] Pairs { get; }

    /// <summary>Reads the embedded model.</summary>
    public static SwapModel Load() => Read(EmbeddedTable.OpenResource(Resource, Magic, Version).Body, Resource);

    /// <summary>Reads the tables of a model.</summary>
    /// <exception cref="InvalidDataException">They are not as long as they say.</exception>
    public static SwapModel Read(ReadOnlySpan<byte> body, string name)
    {
        const int Head = 3 * sizeof(int), OriginalLength = 6, SuspectLength = 7;
        if (body.Length < Head) throw new InvalidDataException($"{name}: the file ends before its tables begin. Build it again.");
        int originals = BinaryPrimitives.ReadInt32LittleEndian(body), suspects = BinaryPrimitives.ReadInt32LittleEndian(body[4..]), pairs = BinaryPrimitives.ReadInt32LittleEndian(body[8..]);
        long expected = Head + ((long)OriginalLength * originals) + ((long)SuspectLength * suspects) + ((long)sizeof(ushort) * pairs);
        if (body.Length != expected) throw new InvalidDataException($"{name}: expected {expected} bytes of tables, found {body.Length}. Build it again.");
        ReadOnlySpan<byte> rest = body[Head..];
        SwapWord[] readOriginals = ReadWords(ref rest, originals, hasPairs: false), readSuspects = ReadWords(ref rest, suspects, hasPairs: true);
        var readPairs = new SwapPair[pairs];
        for (int i = 0; i < pairs; i++) readPairs[i] = Unpack(BinaryPrimitives.ReadUInt16LittleEndian(rest[(2 * i)..]));
        return new SwapModel(readOriginals, readSuspects, readPairs);
    }

    /// <summary>Packs a pair.</summary>
    public static ushort Pack(int original, double similarity) =>
        (ushort)(original | ((int)Math.Round(Math.Clamp(similarity / LargestSimilarity, 0, 1) * SimilaritySteps) << OriginalBits));

    private static SwapPair Unpack(ushort pair) => new(pair & (MostOriginals - 1), (pair >> OriginalBits) * LargestSimilarity / SimilaritySteps);

    private static SwapWord[] ReadWords(ref ReadOnlySpan<byte> rest, int count, bool hasPairs)
    {
        var words = new SwapWord[count];
        int firstPair = 0;
        for (int i = 0; i < count; i++)
        {
            char first = (char)BinaryPrimitives.ReadUInt16LittleEndian(rest), second = (char)BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
            int pairs = hasPairs ? rest[6] : 0;
            words[i] = new SwapWord(first, second, SwapWord.LogRateOf(rest[4]), SwapWord.LogSpreadOf(rest[5]), firstPair, pairs);
            firstPair += pairs;
            rest = rest[(hasPairs ? 7 : 6)..];
        }
        return words;
    }
}
