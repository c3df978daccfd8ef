using Microsoft.Extensions.Logging;

namespace TextRepair.DependencyInjection;

/// <summary>All that is logged: names, numbers and files, never the text of a document.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Repairer \"{Repairer}\" is ready with {Dictionaries} dictionaries of its own, {Entries} entries.")]
    public static partial void Ready(ILogger logger, string repairer, int dictionaries, int entries);

    [LoggerMessage(2, LogLevel.Information, "Repairer \"{Repairer}\" was made anew with {Dictionaries} dictionaries of its own, {Entries} entries.")]
    public static partial void Reloaded(ILogger logger, string repairer, int dictionaries, int entries);

    [LoggerMessage(3, LogLevel.Error, "Repairer \"{Repairer}\" could not be made anew; the old one serves on. {Problem}")]
    public static partial void ReloadFailed(ILogger logger, string repairer, string problem, Exception exception);

    [LoggerMessage(4, LogLevel.Debug, "Repairer \"{Repairer}\" read {Characters} characters in {Milliseconds:0.00} ms: {Edits} edits, {Findings} findings.")]
    public static partial void Repaired(ILogger logger, string repairer, int characters, double milliseconds, int edits, int findings);
}
