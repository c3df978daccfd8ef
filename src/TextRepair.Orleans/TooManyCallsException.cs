namespace TextRepair.Orleans;

/// <summary>A silo has as many repair calls as it holds. Nothing was done; try again a little later.</summary>
[GenerateSerializer, Alias("textrepair.toomanycalls")]
public sealed class TooManyCallsException : Exception
{
    /// <summary>Initialises an exception.</summary>
    public TooManyCallsException()
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">How many calls there are.</param>
    public TooManyCallsException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">How many calls there are.</param>
    /// <param name="innerException">What led to it.</param>
    public TooManyCallsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
