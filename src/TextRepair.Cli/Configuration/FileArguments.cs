using System.CommandLine;

namespace TextRepair.Cli;

/// <summary>The files a command reads.</summary>
internal static class FileArguments
{
    public static Argument<string[]> Create(string description = "Files, folders or globs; none or - for standard input.")
    {
        var files = new Argument<string[]>("FILE") { Description = description, Arity = ArgumentArity.ZeroOrMore };
        // A misspelt option would be taken for a file that does not exist.
        files.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value).Where(value => value.Length > 1 && value[0] == '-' && !File.Exists(value)))
                result.AddError($"Unrecognized option '{token}'. A file of that name is written ./{token}.");
        });
        return files;
    }
}
