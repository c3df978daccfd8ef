using System.Collections;

namespace TextRepair;

/// <summary>The edits of one text: sorted by start, disjoint, and all speaking of the original text.</summary>
/// <remarks>Immutable. Positions are UTF-16 code units.</remarks>
public sealed partial class EditList : IReadOnlyList<TextEdit>
{
    private readonly TextEdit[] _edits;

    // How far the text behind each edit has moved.
    private readonly int[] _shifts;

    private EditList(TextEdit[] edits)
    {
        _edits = edits;
        _shifts = new int[edits.Length];
        int shift = 0;
        for (int i = 0; i < edits.Length; i++) _shifts[i] = shift += edits[i].Replacement.Length - edits[i].Length;
    }

    /// <summary>Gets the list without edits.</summary>
    public static EditList Empty { get; } = new([]);

    /// <summary>Makes a list of edits.</summary>
    /// <param name="edits">The edits, in any order.</param>
    /// <exception cref="ArgumentException">Two edits overlap.</exception>
    public static EditList Create(IEnumerable<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        TextEdit[] sorted = [.. edits];
        if (!IsSorted(sorted)) sorted = [.. sorted.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length)];
        for (int i = 1; i < sorted.Length; i++)
            if (sorted[i].Start < sorted[i - 1].End)
                throw new ArgumentException($"Edits must not overlap, but {sorted[i - 1]} and {sorted[i]} do.", nameof(edits));
        return sorted.Length == 0 ? Empty : new(sorted);
    }

    /// <summary>Gets the number of edits.</summary>
    public int Count => _edits.Length;

    /// <summary>Gets an edit.</summary>
    /// <param name="index">Its place in the order of starts, from 0.</param>
    public TextEdit this[int index] => _edits[index];

    /// <summary>Replaces what the edits name in the text they were made for.</summary>
    /// <param name="text">The original text.</param>
    /// <returns>The repaired text; <paramref name="text"/> itself when there are no edits.</returns>
    /// <exception cref="ArgumentException">The text is not the one the edits were made for.</exception>
    public string ApplyTo(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_edits.Length == 0) return text;
        foreach (TextEdit edit in _edits)
            if (edit.End > text.Length || string.CompareOrdinal(text, edit.Start, edit.Original, 0, edit.Length) != 0)
                throw new ArgumentException($"The text does not hold \"{edit.Original}\" at {edit.Start}: it is not the text these edits were made for.", nameof(text));
        return string.Create(text.Length + _shifts[^1], (text, _edits), static (result, from) =>
        {
            (string text, TextEdit[] edits) = from;
            int done = 0;
            foreach (TextEdit edit in edits)
            {
                text.AsSpan(done, edit.Start - done).CopyTo(result);
                result = result[(edit.Start - done)..];
                edit.Replacement.CopyTo(result);
                result = result[edit.Replacement.Length..];
                done = edit.End;
            }
            text.AsSpan(done).CopyTo(result);
        });
    }

    /// <summary>Makes the edits that turn the repaired text back into the original.</summary>
    public EditList Invert()
    {
        var inverse = new TextEdit[_edits.Length];
        int shift = 0;
        for (int i = 0; i < inverse.Length; i++)
        {
            TextEdit edit = _edits[i];
            inverse[i] = edit.Spanning(edit.Start + shift, edit.Replacement, edit.Original, edit.Confidence);
            shift += edit.Replacement.Length - edit.Length;
        }
        return inverse.Length == 0 ? Empty : new(inverse);
    }

    /// <summary>Finds where a position of the original text went.</summary>
    /// <param name="position">A position in the original text.</param>
    /// <returns>The position in the repaired text. Positions inside a replaced span go to the start of its replacement.</returns>
    public int ToRepaired(int position)
    {
        int next = FirstBehind(position, repaired: false);
        int shift = next == 0 ? 0 : _shifts[next - 1];
        return (next < Count ? Math.Min(position, _edits[next].Start) : position) + shift;
    }

    /// <summary>Finds where a position of the repaired text came from.</summary>
    /// <param name="position">A position in the repaired text.</param>
    /// <returns>The position in the original text. Positions inside a replacement come from the start of the replaced span.</returns>
    public int ToOriginal(int position)
    {
        int next = FirstBehind(position, repaired: true);
        int shift = next == 0 ? 0 : _shifts[next - 1];
        return (next < Count ? Math.Min(position, _edits[next].Start + shift) : position) - shift;
    }

    /// <inheritdoc/>
    public IEnumerator<TextEdit> GetEnumerator() => ((IEnumerable<TextEdit>)_edits).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The first edit that ends behind a position of the original or of the repaired text.
    private int FirstBehind(int position, bool repaired)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_edits[middle].End + (repaired ? _shifts[middle] : 0) <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static bool IsSorted(TextEdit[] edits)
    {
        for (int i = 1; i < edits.Length; i++)
            if ((edits[i].Start, edits[i].Length).CompareTo((edits[i - 1].Start, edits[i - 1].Length)) < 0) return false;
        return true;
    }
}
