using TextRepair.Models;

namespace TextRepair.Findings.Swaps;

/// <summary>Words that may have been put for others, learned from clean text: how often they stand there, and what they may stand for; read in place.</summary>
/// <remarks>
/// After the header of <see cref="EmbeddedTable"/> columns, little-endian, each padded to eight bytes: the numbers of originals,
/// suspects and pairs (int32 each); the originals, then the suspects (<see cref="SwapWord"/>), both ascending; the pairs (uint16),
/// suspect by suspect; the number of each original among the suspects (int16); the columns of <see cref="SwapSlots"/>.
/// </remarks>
internal sealed class SwapModel
{
    public const string Magic = "TRUS";
    public const int Version = 2;

    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.swaps.bin";

    private readonly EmbeddedTable _file; // keeps the memory behind the columns alive

    private SwapModel(EmbeddedTable file, string name)
    {
        _file = file;
        var columns = new ColumnReader(file, name);
        ReadOnlySpan<int> lengths = columns.Next<int>(3).Span;
        (Originals, Suspects, Pairs) = (columns.Next<SwapWord>(lengths[0]), columns.Next<SwapWord>(lengths[1]), columns.Next<SwapPair>(lengths[2]));
        OriginalsAsSuspects = columns.Next<short>(lengths[0]);
        Slots = new SwapSlots(columns);
    }

    /// <summary>Gets the words that others may stand for.</summary>
    public Column<SwapWord> Originals { get; }

    /// <summary>Gets the words that may stand for others.</summary>
    public Column<SwapWord> Suspects { get; }

    /// <summary>Gets for every original its number among the suspects; −1 where it is none. Nearly all are.</summary>
    public Column<short> OriginalsAsSuspects { get; }

    /// <summary>Gets where suspects are counted.</summary>
    public SwapSlots Slots { get; }

    /// <summary>Gets what suspects may stand for, suspect by suspect.</summary>
    public Column<SwapPair> Pairs { get; }

    /// <summary>Opens the embedded model.</summary>
    public static SwapModel OpenEmbedded() => new(EmbeddedTable.OpenResource(Resource, Magic, Version), Resource);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model, is of another version, or is damaged.</exception>
    public static SwapModel Read(ReadOnlySpan<byte> file, string name) => new(EmbeddedTable.FromBytes(file, name, Magic, Version), name);

    /// <summary>Gets what a suspect may stand for.</summary>
    public ReadOnlySpan<SwapPair> PairsOf(SwapWord suspect) => Pairs.Span.Slice(suspect.FirstPair, suspect.PairCount);

    /// <summary>Finds the number of a suspect; −1 where the word is none.</summary>
    /// <param name="key">Both characters, as <see cref="SwapWord.KeyOf"/> puts them together.</param>
    public int Find(uint key) => Slots.SlotOf(key) is var slot && Slots.Holds(slot, key) ? Slots[slot] : -1;
}
