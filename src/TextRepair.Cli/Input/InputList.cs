using Microsoft.Extensions.FileSystemGlobbing;

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
        List<InputFile> files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new InputFile(path, Path.GetRelativePath(folder, path)))];
        return files.Count > 0 ? files : throw new CliException($"{folder}: the folder holds no file that ends in {string.Join(", ", Extensions)}. Name the files by a glob.");
    }

    private static List<InputFile> Matching(string glob)
    {
        // The part before the first wildcard is the folder to look in; the matcher takes relative patterns only.
        int wild = glob.AsSpan().IndexOfAny('*', '?');
        int cut = glob.LastIndexOfAny(['/', Path.DirectorySeparatorChar], wild) + 1;
        string folder = cut == 0 ? "." : glob[..cut];
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(glob[cut..]);
        List<InputFile> files = Directory.Exists(folder)
            ? [.. matcher.GetResultsInFullPath(folder).Order(StringComparer.Ordinal).Select(path => Below(folder, cut, path))]
            : [];
        return files.Count > 0 ? files : throw new CliException($"{glob}: no file matches.");
    }

    private static InputFile Below(string folder, int cut, string path)
    {
        string relative = Path.GetRelativePath(folder, path);
        return new InputFile(cut == 0 ? relative : Path.Combine(folder, relative), relative);
    }
}
