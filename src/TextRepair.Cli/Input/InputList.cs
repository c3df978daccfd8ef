using Microsoft.Extensions.FileSystemGlobbing;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary>What the arguments name: files, folders, globs, standard input.</summary>
internal static class InputList
{
    // Web pages are documents too, but a folder of them is more often a program's than a writer's: they are named by a glob.
    private static readonly string[] Extensions = [".txt", ".text", ".md", ".jsonl", ".ndjson", .. DocumentInput.InFolders];

    /// <summary>Finds the files, in the order of the arguments, those of a folder or glob by name.</summary>
    /// <exception cref="CliException">An argument names nothing.</exception>
    public static IReadOnlyList<InputFile> Find(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0) return [new InputFile(null, "-")];
        var files = new List<InputFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string argument in arguments)
            foreach (InputFile file in Expand(argument))
                if (seen.Add(file.Path is null ? "-" : Path.GetFullPath(file.Path))) files.Add(file);
        return files;
    }

    private static List<InputFile> Expand(string argument)
    {
        if (argument == "-") return [new InputFile(null, "-")];
        if (Directory.Exists(argument)) return InFolder(argument);
        if (!File.Exists(argument) && argument.AsSpan().ContainsAny('*', '?')) return Matching(argument);
        return [new InputFile(argument, Path.GetFileName(argument))];
    }

    private static List<InputFile> InFolder(string folder)
    {
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(Extensions.Select(extension => "**/*" + extension));
        List<InputFile> files = Find(folder, folder, matcher);
        return files.Count > 0 ? files : throw new CliException($"{folder}: the folder holds no file that ends in {string.Join(", ", Extensions)}. Name the files by a glob.");
    }

    private static List<InputFile> Matching(string glob)
    {
        // The part before the first wildcard is the folder to look in; the matcher takes relative patterns only.
        int wild = glob.AsSpan().IndexOfAny('*', '?');
        int cut = glob.LastIndexOfAny(['/', Path.DirectorySeparatorChar], wild) + 1;
        string folder = cut == 0 ? "." : glob[..cut];
        List<InputFile> files = Directory.Exists(folder) ? Find(folder, glob[..cut], new Matcher(StringComparison.Ordinal).AddInclude(glob[cut..])) : [];
        return files.Count > 0 ? files : throw new CliException($"{glob}: no file matches.");
    }

    // Named as they were asked for.
    private static List<InputFile> Find(string folder, string prefix, Matcher matcher)
    {
        try
        {
            return [.. FolderTree.Find(folder, matcher).Order(StringComparer.Ordinal).Select(path => new InputFile(Path.Combine(prefix, path), path))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{folder}: {e.Message}", e);
        }
    }
}
