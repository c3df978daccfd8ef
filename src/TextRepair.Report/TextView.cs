namespace TextRepair.Report;

/// <summary>The document with its edits and findings in their places.</summary>
/// <remarks>
/// The text is cut into blocks at line ends, which browsers lay out only when they come into sight: without that, a document
/// of a million characters would take seconds to show and to search.
/// </remarks>
internal sealed class TextView
{
    private const int BlockLength = 4000;

    private readonly TextWriter _writer;
    private readonly RepairResult _result;
    private int _position;
    private int _blockStart;
    private int _nextFinding;

    private TextView(TextWriter writer, RepairResult result) => (_writer, _result) = (writer, result);

    public static void Write(TextWriter writer, RepairResult result) => new TextView(writer, result).Write();

    private void Write()
    {
        _writer.Write("<main id=\"text\" class=\"repaired\" lang=\"zh\" tabindex=\"0\" aria-label=\"The document\">\n<div class=\"block\">");
        for (int i = 0; i < _result.Edits.Count; i++)
        {
            WritePlain(_result.Edits[i].Start);
            WriteEdit(_result.Edits[i], i);
        }
        WritePlain(_result.Original.Length);
        WriteFindingsUpTo(_result.Original.Length);
        _writer.Write("</div>\n</main>\n");
    }

    private void WritePlain(int end)
    {
        while (_position < end)
        {
            WriteFindingsUpTo(_position);
            int stop = NextFinding() is { } finding ? Math.Min(end, Math.Max(finding.Start, _position + 1)) : end;
            WriteBlocks(stop);
        }
    }

    private void WriteBlocks(int end)
    {
        ReadOnlySpan<char> text = _result.Original;
        while (_position < end)
        {
            int from = Math.Max(_position, Math.Min(end, _blockStart + BlockLength));
            int cut = text[from..end].IndexOf('\n');
            if (cut < 0)
            {
                Html.WriteText(_writer, text[_position..end]);
                _position = end;
                return;
            }
            // The end of the block stands for the line end.
            Html.WriteText(_writer, text[_position..(from + cut)].TrimEnd('\r'));
            _writer.Write("</div>\n<div class=\"block\">");
            _position = _blockStart = from + cut + 1;
        }
    }

    private void WriteEdit(TextEdit edit, int index)
    {
        WriteFindingsUpTo(Math.Max(edit.Start, edit.End - 1));
        _writer.Write($"<span class=\"e {Kinds.Class(edit.Kind)} c{Kinds.Shade(edit.Confidence)}\" id=\"e{index}\" title=\"");
        Html.WriteAttribute(_writer, edit.Original.Length == 0 ? "inserted" : edit.Original);
        _writer.Write($" · {Html.Percent(edit.Confidence)}\"><del>");
        WriteVisible(edit.Original);
        _writer.Write("</del><ins>");
        Html.WriteText(_writer, edit.Replacement);
        _writer.Write("</ins></span>");
        _position = edit.End;
    }

    // A removed line end must be seen to be judged.
    private void WriteVisible(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0) _writer.Write("⏎");
            Html.WriteText(_writer, i < lines.Length - 1 ? lines[i].AsSpan().TrimEnd('\r') : lines[i]);
        }
    }

    // Findings may overlap edits and each other, so only their starts are marked; the side view tells how far they reach.
    private void WriteFindingsUpTo(int position)
    {
        while (NextFinding() is { } finding && finding.Start <= position)
        {
            _writer.Write($"<span class=\"f\" id=\"f{_nextFinding}\" title=\"");
            Html.WriteAttribute(_writer, $"{Kinds.Name(finding.Kind)}: {finding.Message}");
            _writer.Write("\"></span>");
            _nextFinding++;
        }
    }

    private Finding? NextFinding() => _nextFinding < _result.Findings.Count ? _result.Findings[_nextFinding] : null;
}
