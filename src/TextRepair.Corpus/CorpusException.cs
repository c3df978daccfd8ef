namespace TextRepair.Corpus;

/// <summary>A corpus cannot be worked on as asked; the message says what was found and what to do.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>Initialises an exception.</summary>
    public CorpusException()
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">What was found, what was expected, and what to do.</param>
    public CorpusException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">What was found, what was expected, and what to do.</param>
    /// <param name="innerException">What led to it.</param>
    public CorpusException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
