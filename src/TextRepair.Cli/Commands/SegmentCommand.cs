using System.CommandLine;
using System.Text;

namespace TextRepair.Cli;

/// <summary><c>textrepair segment</c>: divides text into words.</summary>
internal static class SegmentCommand
{
    /// <summary>The name of the option that may be empty.</summary>
    public const string Separator = "--separator";

    public static Command Create(Host host)
    {
        var command = new Command("segment", "Divide text into words; line ends stay where they are.");
        Argument<string[]> files = FileArguments.Create();
        var separator = new Option<string>(Separator) { Description = "What stands between two words.", DefaultValueFactory = _ => " ", HelpName = "TEXT" };
        var encoding = new Option<string?>("--encoding") { Description = "The encoding of the input: auto, utf-8, gb18030, utf-16. [default: auto]", HelpName = "NAME" };
        command.Add(files);
        command.Add(separator);
        command.Add(encoding);
        command.SetAction(parsed =>
        {
            foreach (InputFile input in InputList.Find(parsed.GetValue(files) ?? []))
            {
                DecodedText decoded = input.ReadText(host, EncodingNames.Parse(parsed.GetValue(encoding)));
                host.Output.Write(decoded.Encode(Divide(decoded.Text, parsed.GetRequiredValue(separator))));
            }
            host.Output.Flush();
        });
        return command;
    }

    private static string Divide(string text, string separator)
    {
        var words = new List<Segment>();
        Segmenter.Default.Segment(text, words);
        var output = new StringBuilder(text.Length * 2);
        bool isLineStart = true;
        foreach (Segment word in words)
        {
            bool isLineEnd = text[word.Start] is '\n' or '\r';
            if (!isLineStart && !isLineEnd) output.Append(separator);
            output.Append(text, word.Start, word.Length);
            isLineStart = isLineEnd;
        }
        return output.ToString();
    }
}
