namespace TextRepair.Segmentation;

/// <content>Runs of single characters: what the lexicon does not know.</content>
internal ref partial struct WordGraph
{
    /// <summary>Writes the single characters since the last longer word.</summary>
    private void WriteRun(int end)
    {
        int length = end - _runStart;
        if (length > 1)
            CutRun(_runStart, end);
        else if (length == 1)
            _ends[_count++] = end;
    }

    private void CutRun(int start, int end)
    {
        // The path preferred single characters to a word it could have taken: they are meant to be apart.
        if (_findUnknown && _lexicon.GetCost(_text[start..end]) != 0)
            WriteEach(start, end);
        else
            while (start < end)
                start = char.IsAscii(_text[start]) ? CutAscii(start, end) : CutUnknown(start, end);
    }

    private void WriteEach(int start, int end)
    {
        while (start < end) _ends[_count++] = ++start;
    }

    /// <summary>Writes one piece of Latin letters and figures, or of the signs between them.</summary>
    private int CutAscii(int start, int end)
    {
        ReadOnlySpan<char> rest = _text[start..end];
        int length = !_findUnknown ? Math.Max(1, LettersAndDigits(rest))
            : char.IsAsciiLetterOrDigit(rest[0]) ? Figure(rest)
            : Signs(rest);
        _ends[_count++] = start + length;
        return start + length;
    }

    private static int LettersAndDigits(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        return length;
    }

    // 2023, GDP, v2.5, 3.14%
    private static int Figure(ReadOnlySpan<char> text)
    {
        int length = LettersAndDigits(text);
        if (length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]))
        {
            length++;
            while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        }
        return length < text.Length && text[length] == '%' ? length + 1 : length;
    }

    private static int Signs(ReadOnlySpan<char> text)
    {
        int length = 1;
        while (length < text.Length && char.IsAscii(text[length]) && !char.IsAsciiLetterOrDigit(text[length])) length++;
        return length;
    }

    private int CutUnknown(int start, int end)
    {
        int stop = start;
        while (stop < end && !char.IsAscii(_text[stop])) stop++;
        if (!_findUnknown)
            WriteEach(start, stop);
        else
            while (start < stop)
                start = DecodeUnknown(start, stop);
        return stop;
    }

    // A run that finds no room is decided in parts that overlap, like a chain.
    private int DecodeUnknown(int start, int end)
    {
        int length = Math.Min(end - start, Room);
        Span<byte> places = _places[..length];
        UnknownWords.Decode(_lexicon, _text.Slice(start, length), places);
        int certain = start + length == end ? length : length - Overlap;
        int written = 0;
        for (int i = 0; i < length && written < certain; i++)
        {
            if (places[i] < UnknownWords.End) continue;
            written = i + 1;
            _ends[_count++] = start + written;
        }
        return start + written;
    }
}
