using System.Globalization;
using System.Text;
using Cell = Spectre.Console.Rendering.Segment;

namespace TextRepair.Cli;

/// <summary>Shows edits in their line: what goes in red, what comes in green; [-…-] and {+…+} where there is no colour.</summary>
internal sealed class TerminalDiff(Host host)
{
    private const int Context = 12;
    private readonly bool _colours = host.IsOutputTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Draws the edits of one document, one line of the screen or more for each line that changed.</summary>
    public byte[] Render(string name, RepairResult result)
    {
        if (result.Edits.Count == 0) return [];
        var output = new StringBuilder();
        output.Append(Paint("1", name)).Append('\n');
        var lines = new LineMap(result.Original);
        int shown = 0;
        foreach (IGrouping<int, TextEdit> line in result.Edits.GroupBy(edit => lines.LineOf(edit.Start)))
            shown = RenderLine(result.Original, lines, line.Key, shown, [.. line], output);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    // An edit that joins two lines has shown the beginning of the second already.
    private int RenderLine(string text, LineMap lines, int line, int shown, TextEdit[] edits, StringBuilder output)
    {
        string number = (line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(5) + "  ";
        var row = new Row(host.Width - number.Length);
        output.Append(Paint("2", number));
        int start = Math.Max(shown, lines.StartOf(line)), at = start;
        int last = Math.Max(lines.EndOf(line), edits[^1].End);
        foreach (TextEdit edit in edits)
        {
            row.Add(output, number.Length, Shorten(text[at..edit.Start], at > start, true), null);
            if (edit.Length > 0) row.Add(output, number.Length, Mark("[-", edit.Original, "-]"), Colour("31"));
            if (edit.Replacement.Length > 0) row.Add(output, number.Length, Mark("{+", edit.Replacement, "+}"), Colour("32"));
            at = edit.End;
        }
        row.Add(output, number.Length, Shorten(text[at..last], true, false), null);
        output.Append('\n');
        return last;
    }

    // A paragraph may be a thousand characters long; what stands near an edit tells enough.
    private static string Shorten(string between, bool keepStart, bool keepEnd)
    {
        int kept = (keepStart ? Context : 0) + (keepEnd ? Context : 0);
        if (between.Length <= kept + 1) return Visible(between);
        int start = keepStart ? Snap(between, Context) : 0, end = keepEnd ? Snap(between, between.Length - Context) : between.Length;
        return Visible(between[..start]) + "…" + Visible(between[end..]);
    }

    private static int Snap(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private string Mark(string open, string text, string close) => _colours ? Visible(text) : open + Visible(text) + close;

    private string? Colour(string code) => _colours ? code : null;

    private string Paint(string code, string text) => _colours ? $"\e[{code}m{text}\e[0m" : text;

    // Control characters would move the cursor, and one of a hostile document could do worse.
    private static string Visible(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.IsSurrogate(c))) return text;
        var shown = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
            shown.Append(rune.Value switch { '\n' => "⏎", '\r' => "", '\t' => " ", _ when Rune.IsControl(rune) => "\ufffd", _ => rune.ToString() });
        return shown.ToString();
    }

    /// <summary>Wraps at the width of the terminal, where a Chinese character takes two columns.</summary>
    private sealed class Row(int width)
    {
        private int _column;

        public void Add(StringBuilder output, int indent, string text, string? colour)
        {
            if (text.Length == 0) return;
            if (colour is not null) output.Append("\e[").Append(colour).Append('m');
            foreach (Rune rune in text.EnumerateRunes())
            {
                int cells = new Cell(rune.ToString()).CellCount();
                if (_column + cells > width)
                {
                    output.Append('\n').Append(' ', indent);
                    _column = 0;
                }
                output.Append(rune.ToString());
                _column += cells;
            }
            if (colour is not null) output.Append("\e[0m");
        }
    }
}
