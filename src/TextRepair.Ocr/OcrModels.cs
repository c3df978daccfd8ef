namespace TextRepair.Ocr;

/// <summary>The models inside this package: immutable, loaded once when first asked for, shared by all threads.</summary>
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
        using var judge = new StreamReader(new MemoryStream(Resource("judge.tsv")));
        return new OcrModels(
            LanguageModelFile.Read(Resource("language.bin"), "language.bin"),
            ConfusionModel.Read(Resource("confusions.bin"), "confusions.bin"),
            AlternativeJudge.Read(judge, "judge.tsv"));
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(OcrModels).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: expected inside TextRepair.Ocr, found nothing. Install the package again.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
