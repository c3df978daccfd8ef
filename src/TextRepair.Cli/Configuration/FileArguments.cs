using System.CommandLine;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary>The files a command reads.</summary>
internal static class FileArguments
{
    /// <summary>What a user may name.</summary>
    public static Argument<string[]> Create(string description = "Files, folders (their text files and documents) or globs; none or - for standard input.")
    {
        var files = new Argument<string[]>("FILE") { Description = description, Arity = ArgumentArity.ZeroOrMore };
        // A misspelt option would be taken for a file that does not exist.
        files.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value).Where(value => value.Length > 1 && value[0] == '-' && !File.Exists(value)))
                result.AddError($"unknown option {token}. A file of that name is written ./{token}.");
        });
        return files;
    }

    /// <summary>How input is read.</summary>
    public static Option<string?> Format()
    {
        var format = new Option<string?>("--format", "-f") { Description = "Plain text or JSON lines. [default: by the file name, documents too; text for standard input]", HelpName = "text|jsonl" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        return format;
    }

    /// <summary>Whether a format is JSON lines; <see langword="null"/> where none is named.</summary>
    public static bool? IsJsonLines(string? format) => format is null ? null : format == "jsonl";

    /// <summary>Reads which part of the work <c>--shard K/N</c> names; all of it where there is none.</summary>
    public static ShardSelection Part(string? shard)
    {
        if (shard is null) return ShardSelection.All;
        return ShardSelection.TryParse(shard, out ShardSelection part) ? part : throw new CliException($"--shard takes K/N with K from 1 to N, found \"{shard}\".");
    }
}
