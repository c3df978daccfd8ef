using System.CommandLine;
using TextRepair.Ocr;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>The options that say how a text is repaired; commands that repair share them.</summary>
internal sealed class RepairerArguments
{
    private readonly Option<string[]> _dictionaries = new("--dictionary", "-d")
    {
        Description = "A dictionary of swaps to undo, beside the built-in one; may be given several times.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _noDefault = new("--no-default-dictionary") { Description = "Leave the built-in dictionary out." };

    private readonly Option<string[]> _protect = new("--protect") { Description = "A word that is never touched; may be given several times.", HelpName = "WORD" };

    private readonly Option<double?> _confidence = new("--minimum-confidence")
    {
        Description = "The confidence below which nothing is replaced, from 0.5 to 1. [default: 0.8]",
        HelpName = "P",
    };

    private readonly Option<string?> _source = new("--source")
    {
        Description = "Where the text comes from: unknown, or suspected (a document-sharing site). [default: unknown]",
        HelpName = "unknown|suspected",
    };

    private readonly Option<string?> _scope = new("--scope")
    {
        Description = "What one document is: the evidence of a document is pooled. [default: document]",
        HelpName = "document|paragraph|line",
    };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Make edits of these kinds only: substitution, ocr, layout, quote, width; separated by commas.",
        HelpName = "KINDS",
    };

    private readonly Option<string[]> _forms = new("--forms")
    {
        Description = "Forms of characters that become ordinary: invisible, compatibility, fullwidth, punctuation, pinyin, doubled, mixed; separated by commas. [default: invisible,compatibility]",
        HelpName = "FORMS",
    };

    private readonly Option<string?> _ocr = OcrOption("When misread characters are looked for: auto does where the document shows that it was scanned. [default: auto]");

    private readonly Option<string?> _encoding = new("--encoding")
    {
        Description = "The encoding of text input: auto, utf-8, gb18030, utf-16. [default: auto]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _field = new("--field") { Description = "The field of a record that holds its text. [default: text]", HelpName = "NAME" };

    private readonly Option<string?> _id = new("--id") { Description = "The field of a record that names it. [default: id]", HelpName = "NAME" };

    private readonly Option<int?> _threads = new("--threads") { Description = "How many documents are worked on at once. [default: the processors]", HelpName = "N" };

    private readonly Option<string?> _config = new("--config")
    {
        Description = $"A configuration file. [default: {ConfigurationFile.DefaultName} in the working folder, if there is one]",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public RepairerArguments(Command command)
    {
        _source.AcceptOnlyFromAmong("unknown", "suspected");
        _scope.AcceptOnlyFromAmong("document", "paragraph", "line");
        foreach (Option option in (Option[])[_dictionaries, _noDefault, _protect, _confidence, _source, _scope, _only, _forms, _ocr, _encoding, _field, _id, _threads, _config])
            command.Add(option);
    }

    /// <summary>Makes the option for the mode of OCR.</summary>
    public static Option<string?> OcrOption(string description)
    {
        var ocr = new Option<string?>("--ocr") { Description = description, HelpName = "off|auto|on|thorough" };
        ocr.AcceptOnlyFromAmong("off", "auto", "on", "thorough");
        return ocr;
    }

    /// <summary>Reads the options and the configuration file.</summary>
    public RepairSettings Read(ParseResult parsed)
    {
        RepairConfiguration file = ConfigurationFile.Read(parsed.GetValue(_config));
        int threads = parsed.GetValue(_threads) ?? file.Threads ?? Environment.ProcessorCount;
        if (threads is < 1 or > 1024) throw new CliException($"{NameOf(_threads, "threads", parsed, file)} must be from 1 to 1024, found {threads}.");
        return new RepairSettings(
            Options(parsed, file),
            EncodingNames.Parse(parsed.GetValue(_encoding) ?? file.Encoding, NameOf(_encoding, "encoding", parsed, file)),
            parsed.GetValue(_field) ?? file.Field ?? "text",
            parsed.GetValue(_id) ?? file.Id ?? "id",
            threads);
    }

    /// <summary>Finds the mode of OCR that a name stands for.</summary>
    /// <param name="setting">Where the name was given, for the message.</param>
    /// <param name="name">The name, if one was given.</param>
    /// <param name="otherwise">The mode where none was.</param>
    public static OcrMode Mode(string setting, string? name, OcrMode otherwise) => name switch
    {
        null => otherwise,
        "off" => OcrMode.Off,
        "auto" => OcrMode.Automatic,
        "on" => OcrMode.On,
        "thorough" => OcrMode.Thorough,
        _ => throw new CliException($"{setting} takes off, auto, on, thorough, found \"{name}\"."),
    };

    private TextRepairOptions Options(ParseResult parsed, RepairConfiguration file)
    {
        var options = new TextRepairOptions
        {
            UseDefaultDictionary = !parsed.GetValue(_noDefault) && (file.UseDefaultDictionary ?? true),
            Source = Choose<TextSource>(NameOf(_source, "source", parsed, file), parsed.GetValue(_source) ?? file.Source),
            Scope = Choose<RepairScope>(NameOf(_scope, "scope", parsed, file), parsed.GetValue(_scope) ?? file.Scope),
        };
        if ((parsed.GetValue(_confidence) ?? file.MinimumConfidence) is { } confidence)
        {
            if (confidence is not (>= 0.5 and <= 1))
                throw new CliException($"{NameOf(_confidence, "minimumConfidence", parsed, file)} must be from 0.5 to 1, found {confidence}.");
            options.MinimumConfidence = confidence;
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        foreach (string path in file.Dictionaries ?? []) options.Dictionaries.Add(DictionaryFile.Load(Path.Combine(folder, path)));
        foreach (string path in parsed.GetValue(_dictionaries) ?? []) options.Dictionaries.Add(DictionaryFile.Load(path));
        options.ProtectedWords.UnionWith(file.ProtectedWords ?? []);
        options.ProtectedWords.UnionWith(parsed.GetValue(_protect) ?? []);
        Restrict(options.Kinds, NameOf(_only, "only", parsed, file), parsed.GetValue(_only) is { Length: > 0 } only ? only : file.Only);
        string[] forms = Split(parsed.GetValue(_forms) is { Length: > 0 } named ? named : file.Forms);
        if (forms.Length > 0) options.CharacterForms = forms.Select(form => Choose<CharacterForms>(NameOf(_forms, "forms", parsed, file), form)).Aggregate((all, form) => all | form);
        return options.Kinds.Contains(EditKind.Ocr) ? options.UseOcr(Mode(NameOf(_ocr, "ocr", parsed, file), parsed.GetValue(_ocr) ?? file.Ocr, OcrMode.Automatic)) : options;
    }

    // Where a value stands: on the command line or in the configuration file.
    private static string NameOf(Option option, string setting, ParseResult parsed, RepairConfiguration file) =>
        parsed.GetResult(option) is null ? $"{file.Path}: \"{setting}\"" : option.Name;

    private static void Restrict(ISet<EditKind> kinds, string setting, string[]? only)
    {
        if (only is null or []) return;
        string[] names = Split(only);
        EditKind[] all = Enum.GetValues<EditKind>();
        kinds.Clear();
        foreach (string name in names)
        {
            if (!all.Any(kind => ResultJson.NameOf(kind) == name))
                throw new CliException($"{setting} takes {string.Join(", ", all.Select(ResultJson.NameOf))}, found \"{name}\".");
            kinds.Add(all.First(kind => ResultJson.NameOf(kind) == name));
        }
    }

    private static string[] Split(string[]? lists) => [.. (lists ?? []).SelectMany(names => names.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))];

    private static T Choose<T>(string setting, string? name)
        where T : struct, Enum
    {
        if (name is null) return default;
        foreach (T value in Enum.GetValues<T>())
            if (string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase)) return value;
        string[] names = [.. Enum.GetNames<T>().Select(known => known.ToLowerInvariant())];
        throw new CliException($"{setting} takes {string.Join(", ", names)}, found \"{name}\".");
    }
}
