using System.Text;

namespace TextRepair.Documents;

/// <summary>The text of a document, piece by piece.</summary>
internal sealed class PieceList
{
    private readonly List<Piece> _pieces = [];
    private readonly List<int> _starts = [];
    private readonly StringBuilder _text = new();

    public IReadOnlyList<Piece> Pieces => _pieces;

    public void Add(Piece piece)
    {
        if (piece.Text.Length == 0) return;
        _starts.Add(_text.Length);
        _pieces.Add(piece);
        _text.Append(piece.Text);
    }

    /// <summary>Adds text that stands for markup.</summary>
    public void AddFixed(string text) => Add(new Piece(text, isFixed: true));

    /// <summary>Ends a paragraph, unless it has just been ended.</summary>
    public void EndParagraph()
    {
        if (_text.Length > 0 && _text[^1] != '\n') AddFixed("\n");
    }

    public override string ToString() => _text.ToString();

    /// <summary>Lays an edit onto the pieces it touches.</summary>
    /// <returns><see langword="false"/>, and nothing is changed, if it would change markup.</returns>
    public bool TryApply(TextEdit edit)
    {
        // Paragraphs and tabs are markup in every format: an edit cannot make them.
        if (edit.Replacement.Any(c => char.IsControl(c))) return false;
        return edit.Length == 0 ? TryInsert(edit) : TryReplace(edit);
    }

    private bool TryInsert(TextEdit edit)
    {
        int after = Find(edit.Start);
        // At a seam the text goes to the piece before it: a closing quote looks like the words it closes.
        if (after < _pieces.Count && _starts[after] < edit.Start) return Insert(after, edit);
        if (after > 0 && !_pieces[after - 1].IsFixed) return Insert(after - 1, edit);
        return after < _pieces.Count && Insert(after, edit);
    }

    private bool Insert(int piece, TextEdit edit)
    {
        if (_pieces[piece].IsFixed) return false;
        _pieces[piece].Edits.Add(new PieceEdit(edit.Start - _starts[piece], 0, edit.Replacement));
        return true;
    }

    private bool TryReplace(TextEdit edit)
    {
        int first = Find(edit.Start), last = Find(edit.End - 1);
        for (int i = first; i <= last; i++)
            if (_pieces[i].IsFixed) return false;
        bool characterByCharacter = edit.Replacement.Length == edit.Length && !edit.Replacement.Any(char.IsSurrogate);
        for (int i = first; i <= last; i++)
        {
            int start = Math.Max(edit.Start, _starts[i]), end = Math.Min(edit.End, _starts[i] + _pieces[i].Text.Length);
            string share = characterByCharacter ? edit.Replacement[(start - edit.Start)..(end - edit.Start)] : i == first ? edit.Replacement : "";
            _pieces[i].Edits.Add(new PieceEdit(start - _starts[i], end - start, share));
        }
        return true;
    }

    /// <summary>Finds the piece that holds a position; the number of pieces for the end of the text.</summary>
    private int Find(int position)
    {
        if (position >= _text.Length) return _pieces.Count;
        int found = _starts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }
}
