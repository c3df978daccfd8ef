using System.CommandLine;
using TextRepair.Ocr;
using TextRepair.Orleans;

namespace TextRepair.Cluster;

/// <summary>The options that say what a job repairs, and how.</summary>
internal sealed class JobOptions
{
    private readonly Option<string> _input = new("--input", "-i") { Description = "A folder, a file or a pattern, on a file system that every silo sees.", Required = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder that receives the repaired files, on the same.", Required = true };
    private readonly Option<string> _field = new("--field") { Description = "The field of a record that holds the text.", DefaultValueFactory = _ => "text" };
    private readonly Option<string> _id = new("--id") { Description = "The field of a record that identifies it.", DefaultValueFactory = _ => "id" };
    private readonly Option<int> _maximumLine = new("--max-line-bytes") { Description = "Longer lines go to the rejects.", DefaultValueFactory = _ => 16 << 20 };
    private readonly Option<long?> _maximumRejects = new("--max-rejects") { Description = "Stop when more lines are rejected. [default: never]" };
    private readonly Option<double> _confidence = new("--minimum-confidence") { Description = "The confidence below which nothing is replaced.", DefaultValueFactory = _ => new TextRepairOptions().MinimumConfidence };
    private readonly Option<double?> _recorded = new("--record-confidence") { Description = "Record edits from this confidence on without making them." };
    private readonly Option<TextSource> _source = new("--source") { Description = "Where the texts come from: unknown or suspected." };
    private readonly Option<RepairScope> _scope = new("--scope") { Description = "What one document is: document, paragraph or line." };
    private readonly Option<string[]> _dictionaries = new("--dictionary", "-d") { Description = "A dictionary beside the built-in one; may be given several times." };
    private readonly Option<string[]> _protect = new("--protect") { Description = "A word that is never touched; may be given several times." };
    private readonly Option<bool> _noDefault = new("--no-default-dictionary") { Description = "Leave the built-in dictionary out." };
    private readonly Option<EditKind[]> _only = new("--only") { Description = "Make edits of this kind only: substitution, ocr, layout, quote or width; may be given several times." };
    private readonly Option<string> _ocr = new("--ocr") { Description = "When misread characters are looked for: off, auto, on or thorough.", DefaultValueFactory = _ => "auto" };

    public JobOptions(Command command)
    {
        _ocr.AcceptOnlyFromAmong("off", "auto", "on", "thorough");
        foreach (Option option in (Option[])[_input, _output, _field, _id, _maximumLine, _maximumRejects, _confidence, _recorded, _source, _scope, _dictionaries, _protect, _noDefault, _only, _ocr])
            command.Add(option);
    }

    public CorpusJob Read(ParseResult parsed) => new()
    {
        // Silos run elsewhere: what is relative here would be something else there.
        Input = Path.GetFullPath(parsed.GetValue(_input)!),
        Output = Path.GetFullPath(parsed.GetValue(_output)!),
        Field = parsed.GetValue(_field)!,
        IdField = parsed.GetValue(_id)!,
        MaximumLineBytes = parsed.GetValue(_maximumLine),
        MaximumRejects = parsed.GetValue(_maximumRejects),
        MinimumConfidence = parsed.GetValue(_confidence),
        RecordedConfidence = parsed.GetValue(_recorded),
        Source = parsed.GetValue(_source),
        Scope = parsed.GetValue(_scope),
        Dictionaries = [.. (parsed.GetValue(_dictionaries) ?? []).Select(Path.GetFullPath)],
        ProtectedWords = parsed.GetValue(_protect) ?? [],
        UseDefaultDictionary = !parsed.GetValue(_noDefault),
        Kinds = parsed.GetValue(_only) is { Length: > 0 } only ? only : Enum.GetValues<EditKind>(),
        Ocr = parsed.GetValue(_ocr) == "auto" ? OcrMode.Automatic : Enum.Parse<OcrMode>(parsed.GetValue(_ocr)!, ignoreCase: true),
    };
}
