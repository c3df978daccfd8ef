namespace TextRepair.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary><c>check</c> and <c>dict test</c> found something.</summary>
    public const int Found = 1;

    /// <summary>Wrong usage, or an input that cannot be read, or an output that cannot be written.</summary>
    public const int Error = 2;

    /// <summary>Interrupted: 128 + SIGINT, as shells count.</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of the output went away: 128 + SIGPIPE, as shells count.</summary>
    public const int BrokenPipe = 141;
}
