using TextRepair.Models;

namespace TextRepair.Ocr;

/// <summary>For each character that a reader wrote: the characters that may have stood on the paper, and −ln P(read | printed); read in place.</summary>
/// <remarks>
/// After the header of <see cref="EmbeddedTable"/> columns, little-endian, each padded to eight bytes: the numbers of characters and of
/// candidates (int32 each); the characters, ascending; where the candidates of each start (int32, one more); the candidates
/// (uint16) and what they cost (a byte each).
/// </remarks>
internal sealed class ConfusionModel
{
    private const string Magic = "TROC";
    private const int Version = 2;

    private readonly EmbeddedTable _file; // keeps the memory behind the columns alive
    private readonly Column<char> _observed;
    private readonly Column<int> _first;
    private readonly Column<ushort> _ids;
    private readonly Column<byte> _costs;

    private ConfusionModel(EmbeddedTable file, string name)
    {
        _file = file;
        var columns = new ColumnReader(file, name);
        ReadOnlySpan<int> lengths = columns.Next<int>(2).Span;
        (_observed, _first) = (columns.Next<char>(lengths[0]), columns.Next<int>(lengths[0] + 1));
        (_ids, _costs) = (columns.Next<ushort>(lengths[1]), columns.Next<byte>(lengths[1]));
    }

    /// <summary>Gets the file.</summary>
    public ReadOnlySpan<byte> File => _file.Bytes;

    /// <summary>Gets the characters that have candidates, ascending.</summary>
    public ReadOnlySpan<char> Observed => _observed.Span;

    /// <summary>Opens the model inside this package.</summary>
    public static ConfusionModel OpenEmbedded(string resource) =>
        new(EmbeddedTable.OpenResource(resource, Magic, Version, typeof(ConfusionModel).Assembly), resource);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model, is of another version, or is damaged.</exception>
    public static ConfusionModel Read(ReadOnlySpan<byte> file, string name) => new(EmbeddedTable.FromBytes(file, name, Magic, Version), name);

    /// <summary>Makes a model.</summary>
    /// <param name="observed">The characters that were read, ascending.</param>
    /// <param name="first">Where the candidates of each start; one longer.</param>
    /// <param name="ids">The candidates by their number in the vocabulary, ascending for each character.</param>
    /// <param name="costs">What each costs, in steps of 1/<see cref="LanguageModel.Scale"/> nat.</param>
    public static ConfusionModel Create(ReadOnlySpan<char> observed, ReadOnlySpan<int> first, ReadOnlySpan<ushort> ids, ReadOnlySpan<byte> costs)
    {
        var writer = new ColumnWriter();
        writer.Add<int>([observed.Length, ids.Length]);
        writer.Add(observed);
        writer.Add(first);
        writer.Add(ids);
        writer.Add(costs);
        return Read(writer.Finish(Magic, Version), "new model");
    }

    /// <summary>Finds the candidates of a character.</summary>
    public bool TryGet(char observed, out ReadOnlySpan<ushort> ids, out ReadOnlySpan<byte> costs)
    {
        int place = _observed.Span.BinarySearch(observed);
        ids = default;
        costs = default;
        if (place < 0) return false;
        Range range = _first[place].._first[place + 1];
        ids = _ids.Span[range];
        costs = _costs.Span[range];
        return true;
    }
}
