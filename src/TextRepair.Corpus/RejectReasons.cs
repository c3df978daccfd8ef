namespace TextRepair.Corpus;

/// <summary>Why a line is not a document.</summary>
public static class RejectReasons
{
    /// <summary>The line is not JSON.</summary>
    public const string BrokenJson = "broken-json";

    /// <summary>The line is JSON, but not an object with exactly one such field that holds a string.</summary>
    public const string NotARecord = "not-a-record";

    /// <summary>The line is not UTF-8.</summary>
    public const string BadEncoding = "bad-encoding";

    /// <summary>The line is longer than <see cref="CorpusOptions.MaximumLineBytes"/>.</summary>
    public const string TooLarge = "too-large";
}
