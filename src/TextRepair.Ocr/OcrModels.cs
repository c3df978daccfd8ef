namespace TextRepair.Ocr;

/// <summary>The models inside this package: immutable, opened once when first asked for, shared by all threads.</summary>
internal sealed class OcrModels
{
    private static readonly Lazy<OcrModels> Embedded = new(Load);

    /// <summary>Initialises models that belong together.</summary>
    public OcrModels(LanguageModel language, ConfusionModel confusions, AlternativeJudge judge)
    {
        (Language, Confusions, Judge) = (language, confusions, judge);
        (Decoder, Probe) = (new Decoder(language, confusions), new ScanProbe(language, confusions));
    }

    /// <summary>Gets the models of the package.</summary>
    public static OcrModels Default => Embedded.Value;

    /// <summary>Gets the language model.</summary>
    public LanguageModel Language { get; }

    /// <summary>Gets what is taken for what.</summary>
    public ConfusionModel Confusions { get; }

    /// <summary>Gets what finds alternatives.</summary>
    public Decoder Decoder { get; }

    /// <summary>Gets what finds the surest of them quickly.</summary>
    public ScanProbe Probe { get; }

    /// <summary>Gets what weighs them.</summary>
    public AlternativeJudge Judge { get; }

    private static OcrModels Load()
    {
        const string Weights = "judge.tsv";
        using Stream judge = typeof(OcrModels).Assembly.GetManifestResourceStream(Weights)
            ?? throw new InvalidDataException($"{Weights}: expected inside TextRepair.Ocr, found nothing. Install the package again.");
        using var reader = new StreamReader(judge);
        return new OcrModels(LanguageModelFile.OpenEmbedded("language.bin"), ConfusionModel.OpenEmbedded("confusions.bin"), AlternativeJudge.Read(reader, Weights));
    }
}
