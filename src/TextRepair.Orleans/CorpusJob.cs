using TextRepair.Corpus;
using TextRepair.Ocr;

namespace TextRepair.Orleans;

/// <summary>A corpus to repair. Paths must lead to the same files on every silo: a shared file system.</summary>
[GenerateSerializer, Alias("textrepair.job")]
public sealed record CorpusJob
{
    /// <summary>Gets what to read: a folder, a file, or a pattern.</summary>
    [Id(0)]
    public required string Input { get; init; }

    /// <summary>Gets the folder that receives the repaired files.</summary>
    [Id(1)]
    public required string Output { get; init; }

    /// <summary>Gets the field that holds the text; <c>text</c> by default.</summary>
    [Id(2)]
    public string Field { get; init; } = "text";

    /// <summary>Gets the field that identifies a record; <c>id</c> by default.</summary>
    [Id(3)]
    public string IdField { get; init; } = "id";

    /// <summary>Gets the length above which a line is rejected, in bytes; 16 MiB by default.</summary>
    [Id(4)]
    public int MaximumLineBytes { get; init; } = 16 << 20;

    /// <summary>Gets how many rejected lines stop the job; <see langword="null"/>, the default, for never.</summary>
    [Id(5)]
    public long? MaximumRejects { get; init; }

    /// <summary>Gets the confidence from which edits are recorded without being made; <see langword="null"/> by default.</summary>
    [Id(6)]
    public double? RecordedConfidence { get; init; }

    /// <summary>Gets the confidence from which edits are made; by default that of <see cref="TextRepairOptions"/>.</summary>
    [Id(7)]
    public double MinimumConfidence { get; init; } = new TextRepairOptions().MinimumConfidence;

    /// <summary>Gets where the texts come from.</summary>
    [Id(8)]
    public TextSource Source { get; init; } = TextSource.Unknown;

    /// <summary>Gets what one document is.</summary>
    [Id(9)]
    public RepairScope Scope { get; init; } = RepairScope.Document;

    /// <summary>Gets the paths of further dictionaries.</summary>
    [Id(10)]
    public IReadOnlyList<string> Dictionaries { get; init; } = [];

    /// <summary>Gets words that are never touched.</summary>
    [Id(11)]
    public IReadOnlyList<string> ProtectedWords { get; init; } = [];

    /// <summary>Gets a value indicating whether the built-in dictionary is used; it is by default.</summary>
    [Id(12)]
    public bool UseDefaultDictionary { get; init; } = true;

    /// <summary>Gets the kinds of edit that are made; all by default.</summary>
    [Id(13)]
    public IReadOnlyList<EditKind> Kinds { get; init; } = Enum.GetValues<EditKind>();

    /// <summary>Gets when misread characters are looked for; by default where a document shows that it was scanned, as on one machine.</summary>
    [Id(14)]
    public OcrMode Ocr { get; init; } = OcrMode.Automatic;

    // Records compare lists by reference; every message brings new ones.
    internal string Key => string.Join(
        '\n',
        [(this with { Dictionaries = [], ProtectedWords = [], Kinds = [] }).ToString(), .. Dictionaries, "", .. ProtectedWords, "", .. Kinds.Select(kind => kind.ToString())]);

    /// <summary>Gets the options of a run on one machine that does the same.</summary>
    /// <param name="threads">How many documents are repaired at a time.</param>
    /// <exception cref="DictionaryFormatException">A dictionary is not of the format.</exception>
    public CorpusOptions ToOptions(int threads)
    {
        var repair = new TextRepairOptions
        {
            MinimumConfidence = MinimumConfidence,
            Source = Source,
            Scope = Scope,
            UseDefaultDictionary = UseDefaultDictionary,
        };
        foreach (string path in Dictionaries) repair.Dictionaries.Add(CorrectionDictionary.Load(path));
        repair.ProtectedWords.UnionWith(ProtectedWords);
        repair.Kinds.IntersectWith(Kinds);
        if (repair.Kinds.Contains(EditKind.Ocr)) repair.UseOcr(Ocr);
        return new()
        {
            Input = Input,
            Output = Output,
            Field = Field,
            IdField = IdField,
            MaximumLineBytes = MaximumLineBytes,
            MaximumRejects = MaximumRejects,
            RecordedConfidence = RecordedConfidence,
            Repair = repair,
            Threads = threads,
        };
    }
}
