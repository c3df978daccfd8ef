using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace TextRepair.Cli;

/// <summary>Says what is wrong with a command line: which option, what was expected, what was found.</summary>
/// <remarks>The library's own messages name .NET types and leave the option out.</remarks>
internal static class UsageProblem
{
    /// <summary>Lists what is wrong, one message each.</summary>
    public static IEnumerable<string> Describe(ParseResult parsed)
    {
        string[] unknown = [.. parsed.UnmatchedTokens];
        // A command that is not known is told once, not also as one that is missing.
        return unknown.Length > 0 ? [Unknown(parsed, unknown[0])] : parsed.Errors.Select(error => Describe(parsed, error)).Distinct();
    }

    /// <summary>The help that tells more.</summary>
    public static string HelpFor(ParseResult parsed) => $"{PathOf(parsed.CommandResult)} --help";

    private static string Describe(ParseResult parsed, ParseError error)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && error.SymbolResult == parsed.CommandResult)
            return $"a command is missing: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
        return error.SymbolResult switch
        {
            // Our own validators say it well.
            OptionResult option when error.Message.StartsWith(option.Option.Name, StringComparison.Ordinal) => error.Message,
            OptionResult { Tokens.Count: > 1 } option when option.Option.Arity.MaximumNumberOfValues == 1 => $"{option.Option.Name}: expected once, found {option.Tokens.Count} times.",
            OptionResult option => Expected(option.Option.Name, option.Option.GetCompletions(CompletionContext.Empty), option.Option.ValueType, option.Tokens),
            ArgumentResult argument when argument.Argument.GetCompletions(CompletionContext.Empty).ToArray() is { Length: > 0 } allowed => Expected(argument.Argument.Name, allowed, argument.Argument.ValueType, argument.Tokens),
            ArgumentResult { Tokens.Count: 0 } argument => Expected(argument.Argument.Name, [], argument.Argument.ValueType, []),
            _ => error.Message,
        };
    }

    private static string Expected(string name, IEnumerable<CompletionItem> allowed, Type type, IReadOnlyList<Token> found)
    {
        string[] words = [.. allowed.Select(item => item.Label)];
        string expected = words.Length > 0 ? string.Join(", ", words) : NameOf(type);
        return $"{name}: expected {expected}, found {(found.Count == 0 ? "nothing" : $"\"{found[^1].Value}\"")}.";
    }

    private static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } number when number == typeof(double) => "a number",
        { } number when number == typeof(ulong) => "a whole number, 0 or more",
        { } number when number == typeof(int) || number == typeof(long) => "a whole number",
        _ => "a value",
    };

    private static string Unknown(ParseResult parsed, string token)
    {
        string problem = token.StartsWith('-') ? $"unknown option {token}." : $"unknown command \"{token}\".";
        return parsed.CommandResult.Parent is null && File.Exists(token) ? $"{problem} To repair a file: textrepair repair {token}" : problem;
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "textrepair";
}
