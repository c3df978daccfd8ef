using System.CommandLine;
using TextRepair.Training.Ocr;

namespace TextRepair.Cli;

/// <summary>The options of <c>textrepair train</c> that make the models for scans.</summary>
internal sealed class ScanTrainingArguments
{
    private readonly Option<string[]> _pages = Files("--ocr", "PAGES.jsonl", "Train the models for scans instead; their judge on these pages (truth and ocr in each line), of fonts that no confusions were counted in.");
    private readonly Option<string[]> _confusions = Files("--confusions", "FILE", "With --ocr: counted confusions (.tsv: printed, read, count), or pages to count them in (.jsonl).");
    private readonly Option<string[]> _glyphs = Files("--glyphs", "FONT.hex", "With --ocr: bitmap fonts in the format of GNU Unifont, for confusions never seen.");

    public ScanTrainingArguments(Command command)
    {
        foreach (Option option in (Option[])[_pages, _confusions, _glyphs]) command.Add(option);
    }

    /// <summary>Reads the options; nothing where other models are asked for.</summary>
    public OcrTrainingOptions? Read(ParseResult parsed, string corpus, string output)
    {
        string[] pages = Existing(parsed, _pages), confusions = Existing(parsed, _confusions), glyphs = Existing(parsed, _glyphs);
        if (pages.Length == 0 && confusions.Length + glyphs.Length == 0) return null;
        if (pages.Length == 0 || confusions.Length == 0 || glyphs.Length == 0) throw new CliException("The models for scans need --ocr, --confusions and --glyphs together.");
        Directory.CreateDirectory(output);
        return new OcrTrainingOptions
        {
            Corpus = corpus,
            Output = output,
            JudgePages = pages,
            Pages = [.. confusions.Where(IsPages)],
            Confusions = [.. confusions.Where(file => !IsPages(file))],
            Glyphs = glyphs,
        };
    }

    private static bool IsPages(string file) => file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    private static string[] Existing(ParseResult parsed, Option<string[]> option)
    {
        string[] files = parsed.GetValue(option) ?? [];
        if (Array.Find(files, file => !File.Exists(file)) is { } missing) throw new CliException($"{missing}: no such file.");
        return files;
    }

    private static Option<string[]> Files(string name, string file, string description) =>
        new(name) { Description = description, HelpName = file, AllowMultipleArgumentsPerToken = true };
}
