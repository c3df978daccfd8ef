namespace TextRepair.Training.Ocr;

/// <summary>What the models of TextRepair.Ocr are learned from.</summary>
public sealed class OcrTrainingOptions
{
    /// <summary>Gets or sets the folder of clean text: gzip JSON lines with <c>id</c> and <c>text</c>.</summary>
    public required string Corpus { get; init; }

    /// <summary>Gets the files of pages that were printed and read, in which confusions are counted; their documents are left out of the language model.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];

    /// <summary>Gets the files of pages that the judge is fitted to: fonts that no confusions were counted in. Their documents are left out of the language model.</summary>
    public IReadOnlyList<string> JudgePages { get; init; } = [];

    /// <summary>Gets the files of counted confusions: true, observed, count.</summary>
    public IReadOnlyList<string> Confusions { get; init; } = [];

    /// <summary>Gets the bitmap fonts in the format of GNU Unifont's .hex.</summary>
    public IReadOnlyList<string> Glyphs { get; init; } = [];

    /// <summary>Gets or sets the folder that receives <c>language.bin</c>, <c>confusions.bin</c> and <c>judge.tsv</c>.</summary>
    public required string Output { get; init; }

    /// <summary>Gets or sets about how many n-grams are kept.</summary>
    /// <value>The default is 4,500,000.</value>
    public int Entries { get; init; } = 4_500_000;

    /// <summary>Gets or sets how many candidates are kept for each character.</summary>
    /// <value>The default is 130.</value>
    public int Candidates { get; init; } = 130;

    /// <summary>Gets or sets how many characters of one source are read, about: a few large ones would drown the others.</summary>
    /// <value>The default is 5,500,000.</value>
    public long LargestSource { get; init; } = 5_500_000;
}
