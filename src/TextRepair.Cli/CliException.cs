namespace TextRepair.Cli;

/// <summary>The user can do something about it: the message is the one line that is printed.</summary>
internal sealed class CliException(string message, Exception? inner = null) : Exception(message, inner);
