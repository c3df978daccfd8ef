using System.CommandLine;
using System.CommandLine.Parsing;

namespace TextRepair.Cli;

/// <summary>Refuses empty values: they are what a shell makes of a variable that is not set, and no file has such a name.</summary>
internal static class EmptyValues
{
    /// <summary>Refuses them in a command and all commands below it, but for what may stand between two words.</summary>
    public static void Refuse(Command command)
    {
        foreach (Option option in command.Options.Where(option => option.Name != SegmentCommand.Separator)) option.Validators.Add(result => Check(result, option.Name));
        foreach (Argument argument in command.Arguments) argument.Validators.Add(result => Check(result, argument.Name));
        foreach (Command below in command.Subcommands) Refuse(below);
    }

    private static void Check(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0)) result.AddError($"{name}: expected a value, found an empty one. Is a variable of the shell not set?");
    }
}
