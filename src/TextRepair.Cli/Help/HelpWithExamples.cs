using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace TextRepair.Cli;

/// <summary>The library's help, and examples of the command after it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["repair"] = """
              textrepair repair report.txt > repaired.txt
              textrepair repair report.txt -o repaired.txt --edits edits.jsonl --report report.html
              textrepair repair minutes.docx -o repaired.docx
              textrepair repair articles/ -o repaired/ --edits edits/ --resume
              textrepair repair --in-place 'notes/**/*.txt'
              textrepair repair --source suspected --scope line questions.txt --diff
              zcat news.jsonl.gz | textrepair repair --format jsonl --field content - | gzip > repaired.jsonl.gz

            JSON lines: one line out for each line in, in order. Output is written as soon as every line that has arrived
            is done, so a program may write one line and wait for its answer.
            """,
        ["check"] = """
              textrepair check report.txt && echo clean
              textrepair check scan.pdf --report scan.html
              textrepair check docs/ --format sarif -o textrepair.sarif
              textrepair check docs/ --format rdjsonl | reviewdog -f=rdjsonl
              textrepair check --format jsonl --format json corpus.jsonl
            """,
        ["explain"] = "  textrepair explain report.txt",
        ["diagnose"] = "  textrepair diagnose report.txt\n  textrepair diagnose --json report.txt | jq .damageProbability",
        ["evaluate"] = """
              textrepair evaluate 001.damaged.txt 001.answer.txt
              textrepair evaluate 001.damaged.txt 001.edits.json 005.damaged.txt 005.edits.json --worst 20
              textrepair evaluate --clean news.jsonl laws.jsonl.gz
              textrepair evaluate words corpus/ --source suspected
            """,
        ["words"] = """
              textrepair evaluate words corpus/
              textrepair evaluate words corpus/ --source suspected --in-force 0.4
              textrepair evaluate words corpus/ --unseen
            """,
        ["quotes"] = "  textrepair evaluate quotes corpus/ --minimum-confidence 0.9",
        ["layout"] = "  textrepair evaluate layout corpus/",
        ["findings"] = "  textrepair evaluate findings corpus/",
        ["harm"] = "  textrepair evaluate harm corpus/ --source suspected",
        ["scans"] = """
              textrepair evaluate scans pages.jsonl --ocr thorough --worst 20

            A record of pages.jsonl holds id, degradation, truth, ocr (what was read) and extras (the page furniture printed).
            """,
        ["damage"] = """
              textrepair damage clean.txt -o damaged.txt --edits undo.jsonl --family A --seed 7
              textrepair damage --format jsonl --documents 0.1 corpus.jsonl > test.jsonl
              textrepair damage clean.txt -o damaged.txt --family none --layout marks,quotes --edits undo.jsonl
              textrepair evaluate damaged.txt undo.jsonl
            """,
        ["segment"] = "  textrepair segment report.txt\n  textrepair segment --separator / report.txt",
        ["learn"] = """
              textrepair learn damaged.txt clean.txt > proposed.tsv
              textrepair learn --damaged downloads/ > proposed.tsv

            Strike the lines that are no swaps; then textrepair dict test proposed.tsv. From damaged files alone, of three
            proposals about two are right: words far too frequent, in places where a word that is missing would read better.
            """,
        ["test"] = """
              textrepair dict test words.tsv && textrepair repair -d words.tsv report.txt

            Examples stand in the dictionary itself, each a text of its own, columns separated by tabs:
              #=    a text    the same, repaired
              #=    a text in which nothing is to change
            They are run with --source suspected.
            """,
        ["run"] = """
              textrepair corpus run -i corpus/ -o repaired/
              textrepair corpus run -i 'corpus/**/*.jsonl.gz' -o repaired/ --record-confidence 0.5 --shard 3/16

            The same command again goes on where a run was stopped.
            """,
        ["apply"] = """
              textrepair corpus apply -i repaired/ -o surer/ --minimum-confidence 0.95
              textrepair corpus apply -i repaired/ -o other/ --except-rule 开展→发展
            """,
        ["undo"] = "  textrepair corpus undo -i repaired/ -o originals/",
        ["train"] = "  textrepair train corpus/ -o models/",
        ["completion"] = "  textrepair completion bash > ~/.local/share/bash-completion/completions/textrepair",
    };

    /// <summary>Gives every command's help its examples.</summary>
    public static void Install(RootCommand root)
    {
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        // What the commands above it take is no argument of the command.
        for (SymbolResult? above = parseResult.CommandResult.Parent; above is CommandResult { Command: { } command }; above = above.Parent)
            foreach (Argument argument in command.Arguments) argument.Hidden = true;
        int exit = help.Invoke(parseResult);
        if (Examples.TryGetValue(parseResult.CommandResult.Command.Name, out string? examples))
            parseResult.InvocationConfiguration.Output.WriteLine("Examples:\n" + examples + "\n");
        return exit;
    }
}
