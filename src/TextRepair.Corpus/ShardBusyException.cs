namespace TextRepair.Corpus;

/// <summary>Somebody else is working on a shard; it will be done without us, or can be tried again later.</summary>
public sealed class ShardBusyException : Exception
{
    /// <summary>Initialises an exception.</summary>
    public ShardBusyException()
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">Which shard.</param>
    public ShardBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Initialises an exception.</summary>
    /// <param name="message">Which shard.</param>
    /// <param name="innerException">What led to it.</param>
    public ShardBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
