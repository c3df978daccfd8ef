namespace TextRepair.Ocr;

/// <summary>The models inside this package: immutable, loaded once when first asked for, shared by all threads.</summary>
internal sealed class OcrModels
{
    private static readonly Lazy<OcrModels> Embedded = new(Load);

    private OcrModels(LanguageModel language, ConfusionModel confusions) =>
        (Language, Confusions) = (language, confusions);

    /// <summary>Gets the models of the package.</summary>
    public static OcrModels Default => Embedded.Value;

    /// <summary>Gets the language model.</summary>
    public LanguageModel Language { get; }

    /// <summary>Gets what is taken for what.</summary>
    public ConfusionModel Confusions { get; }

    private static OcrModels Load() =>
        new(LanguageModelFile.Read(Resource("language.bin"), "language.bin"), ConfusionModel.Read(Resource("confusions.bin"), "confusions.bin"));

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(OcrModels).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: expected inside TextRepair.Ocr, found nothing. Install the package again.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
