namespace TextRepair.Records;

/// <summary>A line of JSON lines is not a record with the wanted field; the message says what was found and what was expected.</summary>
public sealed class RecordFormatException : FormatException
{
    /// <summary>Initialises an exception without a reason.</summary>
    public RecordFormatException()
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">What was found and what was expected; without file and line, which the reader of the file knows.</param>
    public RecordFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="innerException">What caused it.</param>
    public RecordFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
