namespace TextRepair;

/// <summary>A dictionary could not be read; the message names file and line, what was found and what was expected.</summary>
public sealed class DictionaryFormatException : FormatException
{
    /// <summary>Initialises an exception without a place.</summary>
    public DictionaryFormatException()
    {
    }

    /// <summary>Initialises an exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    public DictionaryFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises an exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public DictionaryFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal DictionaryFormatException(string name, int line, string problem)
        : base($"{name}, line {line}: {problem}") => (Name, Line) = (name, line);

    /// <summary>Gets the name of the file.</summary>
    public string? Name { get; }

    /// <summary>Gets the line, from 1; 0 where there is none.</summary>
    public int Line { get; }
}
