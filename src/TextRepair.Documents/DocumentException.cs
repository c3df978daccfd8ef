namespace TextRepair.Documents;

/// <summary>A document was refused: it is broken, encrypted, signed or too large. The message says which; nothing was written.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Initialises an exception without a reason.</summary>
    public DocumentException()
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">Why the document was refused.</param>
    public DocumentException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">Why the document was refused.</param>
    /// <param name="innerException">What the reader of the format said.</param>
    public DocumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
