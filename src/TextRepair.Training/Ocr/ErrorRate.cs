namespace TextRepair.Training.Ocr;

/// <summary>Character errors of several passages.</summary>
internal sealed class ErrorRate
{
    private long _strict;
    private long _loose;
    private long _strictLength;
    private long _looseLength;

    /// <summary>Gets the errors per character, white space counted.</summary>
    public double Strict => (double)_strict / Math.Max(1, _strictLength);

    /// <summary>Gets the errors per character, white space left out.</summary>
    public double WithoutWhiteSpace => (double)_loose / Math.Max(1, _looseLength);

    /// <summary>Adds a passage.</summary>
    public void Add(string truth, string text)
    {
        string looseTruth = Squeezed(truth), looseText = Squeezed(text);
        _strict += CharacterAlignment.Distance(truth, text.Trim('\n'));
        _strictLength += truth.Length;
        _loose += CharacterAlignment.Distance(looseTruth, looseText);
        _looseLength += looseTruth.Length;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
