namespace TextRepair.Cli;

/// <summary>Finds the line and column of a position. Lines end with LF, CR LF or CR.</summary>
internal sealed class LineMap
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) _starts.Add(i + 1);
    }

    /// <summary>Finds the line of a position, from 0.</summary>
    public int LineOf(int position)
    {
        int at = _starts.BinarySearch(position);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Finds where a line starts.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>Finds where a line ends, its line end not counted.</summary>
    public int EndOf(int line)
    {
        int end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && _text[end - 1] is '\n' or '\r') end--;
        return end;
    }

    /// <summary>Finds the column of a position, from 0, in UTF-16 code units.</summary>
    public int ColumnOf(int position) => position - _starts[LineOf(position)];

    /// <summary>Finds how many UTF-8 bytes stand before a position in its line.</summary>
    public int ByteColumnOf(int position) => System.Text.Encoding.UTF8.GetByteCount(_text.AsSpan(_starts[LineOf(position)]..position));
}
