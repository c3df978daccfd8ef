using System.Collections.Frozen;

namespace TextRepair.Ocr;

/// <summary>For each character that a reader wrote: the characters that may have stood on the paper, and −ln P(read | printed).</summary>
internal sealed class ConfusionModel
{
    private const string Kind = "CONF";
    private const int Version = 1;

    private readonly FrozenDictionary<char, int> _places;
    private readonly int[] _first;
    private readonly ushort[] _ids;
    private readonly byte[] _costs;

    /// <summary>Initialises a model.</summary>
    /// <param name="observed">The characters that were read.</param>
    /// <param name="first">Where the candidates of each start; one longer.</param>
    /// <param name="ids">The candidates by their number in the vocabulary, ascending for each character.</param>
    /// <param name="costs">What each costs, in steps of 1/<see cref="LanguageModel.Scale"/> nat.</param>
    public ConfusionModel(char[] observed, int[] first, ushort[] ids, byte[] costs)
    {
        _places = observed.Select((c, i) => KeyValuePair.Create(c, i)).ToFrozenDictionary();
        (_first, _ids, _costs) = (first, ids, costs);
        Observed = observed;
    }

    /// <summary>Gets the characters that have candidates.</summary>
    public IReadOnlyList<char> Observed { get; }

    /// <summary>Finds the candidates of a character.</summary>
    public bool TryGet(char observed, out ReadOnlySpan<ushort> ids, out ReadOnlySpan<byte> costs)
    {
        if (!_places.TryGetValue(observed, out int place))
        {
            ids = default;
            costs = default;
            return false;
        }
        int start = _first[place], length = _first[place + 1] - start;
        ids = _ids.AsSpan(start, length);
        costs = _costs.AsSpan(start, length);
        return true;
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream output)
    {
        var writer = new ColumnWriter();
        writer.WriteNumber(Observed.Count);
        writer.WriteCharacters([.. Observed]);
        for (int i = 0; i < Observed.Count; i++) writer.WriteNumber(_first[i + 1] - _first[i]);
        for (int i = 0; i < Observed.Count; i++)
        {
            int before = -1;
            for (int k = _first[i]; k < _first[i + 1]; before = _ids[k++]) writer.WriteNumber(_ids[k] - before - 1);
        }
        writer.WriteBytes(_costs);
        ModelFile.Write(output, Kind, Version, writer.Written);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model, is of another version, or is damaged.</exception>
    public static ConfusionModel Read(ReadOnlySpan<byte> file, string name)
    {
        var reader = new ColumnReader(ModelFile.Read(file, name, Kind, Version));
        char[] observed = reader.ReadCharacters(reader.ReadNumber());
        int[] first = new int[observed.Length + 1];
        for (int i = 0; i < observed.Length; i++) first[i + 1] = first[i] + reader.ReadNumber();
        ushort[] ids = new ushort[first[^1]];
        for (int i = 0; i < observed.Length; i++)
        {
            int before = -1;
            for (int k = first[i]; k < first[i + 1]; k++) ids[k] = (ushort)(before = before + 1 + reader.ReadNumber());
        }
        return new ConfusionModel(observed, first, ids, reader.ReadBytes(ids.Length));
    }
}
