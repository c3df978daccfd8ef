using System.CommandLine;
using System.Globalization;
using System.Text;

namespace TextRepair.Cli;

/// <summary><c>textrepair dict test</c>: reads a dictionary and reports what is doubtful.</summary>
internal static class DictionaryCommand
{
    public static Command Create(Host host)
    {
        var test = new Command("test", "Read dictionaries, report what is doubtful in them. Exit 0: nothing, 1: something, 2: not readable.");
        var files = new Argument<string[]>("FILE") { Description = "Dictionaries.", Arity = ArgumentArity.OneOrMore };
        test.Add(files);
        test.SetAction(parsed => Test(host, parsed.GetRequiredValue(files)));
        return new Command("dict", "Work on dictionaries.") { test };
    }

    private static int Test(Host host, string[] paths)
    {
        int exit = ExitCode.Success;
        var output = new StringBuilder();
        foreach (string path in paths)
        {
            CorrectionDictionary dictionary = DictionaryFile.Load(path);
            List<string> doubts = DictionaryDoubts.Find(dictionary.Substitutions);
            foreach (string doubt in doubts) output.Append(CultureInfo.InvariantCulture, $"{path}: {doubt}\n");
            output.Append(CultureInfo.InvariantCulture, $"{path}: {dictionary.Substitutions.Count} swaps, {doubts.Count} doubtful\n");
            if (doubts.Count > 0) exit = ExitCode.Found;
        }
        host.Output.Write(Encoding.UTF8.GetBytes(output.ToString()));
        host.Output.Flush();
        return exit;
    }
}
