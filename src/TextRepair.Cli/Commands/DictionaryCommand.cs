using System.CommandLine;
using System.Globalization;
using System.Text;

namespace TextRepair.Cli;

/// <summary><c>textrepair dict test</c>: reads a dictionary, reports what is doubtful, and runs its examples.</summary>
internal static class DictionaryCommand
{
    public static Command Create(Host host)
    {
        var test = new Command("test", "Read dictionaries, report what is doubtful in them, run their examples. Exit 0: all well, 1: something is not, 2: not readable.");
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
            DictionaryExample[] examples = [.. DictionaryExample.Read(path)];
            List<string> doubts = DictionaryDoubts.Find(dictionary.Substitutions);
            string[] failures = [.. Failures(host, dictionary, examples)];
            foreach (string problem in doubts.Concat(failures)) output.Append(CultureInfo.InvariantCulture, $"{path}{problem}\n");
            output.Append(CultureInfo.InvariantCulture, $"{path}: {dictionary.Substitutions.Count} swaps, {doubts.Count} doubtful; {examples.Length} examples, {failures.Length} failed\n");
            if (doubts.Count + failures.Length > 0) exit = ExitCode.Found;
        }
        host.Output.Write(Encoding.UTF8.GetBytes(output.ToString()));
        host.Output.Flush();
        return exit;
    }

    // One sentence is little evidence, and whoever writes it down knows where it comes from: its source is suspected.
    private static IEnumerable<string> Failures(Host host, CorrectionDictionary dictionary, DictionaryExample[] examples)
    {
        if (examples.Length == 0) yield break;
        var options = new TextRepairOptions { Source = TextSource.Suspected };
        options.Dictionaries.Add(dictionary);
        Func<string, RepairResult> repair = host.MakeRepair(options);
        foreach (DictionaryExample example in examples)
            if (repair(example.Text).Text is var text && text != example.Expected)
                yield return $", line {example.Line}: expected \"{example.Expected}\", found \"{text}\".";
    }
}
