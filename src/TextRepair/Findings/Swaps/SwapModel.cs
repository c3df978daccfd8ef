using System.Buffers.Binary;
using TextRepair.Models;

namespace TextRepair.Findings.Swaps;

/// <summary>Words that may have been put for others, learned from clean text: how often they stand there, and what they may stand for.</summary>
/// <remarks>
/// After the header of <see cref="EmbeddedTable"/>, little-endian: the numbers of originals, suspects and pairs (int32); the originals,
/// then the suspects, each two UTF-16 code units, a byte of rate, a byte of spread, and of suspects a byte with the number of their
/// pairs; the pairs (uint16). Suspects and originals ascend.
/// </remarks>
internal sealed class SwapModel
{
    public const string Magic = "TRUS";
    public const int Version = 1;

    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.swaps.bin";

    private SwapModel(SwapWord[] originals, SwapWord[] suspects, SwapPair[] pairs)
    {
        (Originals, Suspects, Pairs) = (originals, suspects, pairs);
        Slots = new SwapSlots(suspects);
        OriginalsAsSuspects = [.. originals.Select(original => Find(original.Key))];
    }

    /// <summary>Gets the words that others may stand for.</summary>
    public SwapWord[] Originals { get; }

    /// <summary>Gets the words that may stand for others.</summary>
    public SwapWord[] Suspects { get; }

    /// <summary>Gets for every original its number among the suspects; −1 where it is none. Nearly all are.</summary>
    public int[] OriginalsAsSuspects { get; }

    /// <summary>Gets where suspects are counted.</summary>
    public SwapSlots Slots { get; }

    /// <summary>Gets what suspects may stand for, suspect by suspect.</summary>
    public SwapPair[] Pairs { get; }

    /// <summary>Reads the embedded model.</summary>
    public static SwapModel Load() => Read(EmbeddedTable.OpenResource(Resource, Magic, Version).Body, Resource);

    /// <summary>Reads the tables of a model.</summary>
    /// <exception cref="InvalidDataException">They are not as long as they say, or there are more suspects than 32,768.</exception>
    public static SwapModel Read(ReadOnlySpan<byte> body, string name)
    {
        const int Head = 3 * sizeof(int), OriginalLength = 6, SuspectLength = 7;
        if (body.Length < Head) throw new InvalidDataException($"{name}: the file ends before its tables begin. Build it again.");
        int originals = BinaryPrimitives.ReadInt32LittleEndian(body), suspects = BinaryPrimitives.ReadInt32LittleEndian(body[4..]), pairs = BinaryPrimitives.ReadInt32LittleEndian(body[8..]);
        long expected = Head + ((long)OriginalLength * originals) + ((long)SuspectLength * suspects) + ((long)sizeof(ushort) * pairs);
        if (body.Length != expected) throw new InvalidDataException($"{name}: expected {expected} bytes of tables, found {body.Length}. Build it again.");
        if (suspects > SwapSlots.MostSuspects) throw new InvalidDataException($"{name}: expected {SwapSlots.MostSuspects} suspects at most, found {suspects}. Build it again.");
        ReadOnlySpan<byte> rest = body[Head..];
        SwapWord[] readOriginals = ReadWords(ref rest, originals, hasPairs: false), readSuspects = ReadWords(ref rest, suspects, hasPairs: true);
        var readPairs = new SwapPair[pairs];
        for (int i = 0; i < pairs; i++) readPairs[i] = new SwapPair(BinaryPrimitives.ReadUInt16LittleEndian(rest[(2 * i)..]));
        return new SwapModel(readOriginals, readSuspects, readPairs);
    }

    /// <summary>Gets what a suspect may stand for.</summary>
    public ArraySegment<SwapPair> PairsOf(SwapWord suspect) => new(Pairs, suspect.FirstPair, suspect.PairCount);

    /// <summary>Finds the number of a suspect; −1 where the word is none.</summary>
    /// <param name="key">Both characters, as <see cref="SwapWord.KeyOf"/> puts them together.</param>
    public int Find(uint key) => Slots.SlotOf(key) is var slot && Slots.Holds(slot, key) ? Slots[slot] : -1;

    private static SwapWord[] ReadWords(ref ReadOnlySpan<byte> rest, int count, bool hasPairs)
    {
        var words = new SwapWord[count];
        int firstPair = 0;
        for (int i = 0; i < count; i++)
        {
            char first = (char)BinaryPrimitives.ReadUInt16LittleEndian(rest), second = (char)BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
            byte pairs = hasPairs ? rest[6] : (byte)0;
            words[i] = new SwapWord(first, second, rest[4], rest[5], pairs, firstPair);
            firstPair += pairs;
            rest = rest[(hasPairs ? 7 : 6)..];
        }
        return words;
    }
}
