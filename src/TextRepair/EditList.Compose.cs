using System.Text;

namespace TextRepair;

public sealed partial class EditList
{
    /// <summary>Makes one list that does what this list and then another do.</summary>
    /// <param name="original">The text this list was made for.</param>
    /// <param name="next">Edits of the text that this list yields.</param>
    /// <returns>Edits of <paramref name="original"/>. Edits that touch the same characters become one, under the later one's name.</returns>
    internal EditList Then(string original, EditList next)
    {
        if (next.Count == 0) return this;
        if (Count == 0) return next;
        var composed = new List<TextEdit>(Count + next.Count);
        int i = 0, j = 0, shift = 0;
        while (i < Count || j < next.Count)
        {
            if (j == next.Count || (i < Count && Precedes(i, shift, next._edits[j])))
            {
                composed.Add(_edits[i]);
                shift += Growth(_edits[i++]);
            }
            else if (i == Count || Follows(i, shift, next._edits[j]))
            {
                composed.Add(next._edits[j].MovedTo(next._edits[j].Start - shift));
                j++;
            }
            else
            {
                Merge(original, next, ref i, ref j, ref shift, composed);
            }
        }
        return Create(composed.Where(edit => edit.Original != edit.Replacement));
    }

    private static int Growth(TextEdit edit) => edit.Replacement.Length - edit.Length;

    // Between the two texts, an edit of the first list covers its replacement and one of the second the span it replaces.
    // Two insertions at one place are merged: side by side, nothing would say which comes first.
    private bool Precedes(int i, int shift, TextEdit later)
    {
        int start = _edits[i].Start + shift, end = start + _edits[i].Replacement.Length;
        return end < later.Start || (end == later.Start && (start < end || later.Length > 0));
    }

    private bool Follows(int i, int shift, TextEdit later)
    {
        int start = _edits[i].Start + shift, end = start + _edits[i].Replacement.Length;
        return later.End < start || (later.End == start && later.Length > 0 && start < end);
    }

    private void Merge(string original, EditList next, ref int i, ref int j, ref int shift, List<TextEdit> composed)
    {
        int firstI = i, firstJ = j, startShift = shift;
        int start = Math.Min(_edits[i].Start + shift, next._edits[j].Start);
        int end = start;
        for (bool grown = true; grown;)
        {
            grown = false;
            while (i < Count && (_edits[i].Start + shift < end || i == firstI))
            {
                end = Math.Max(end, _edits[i].Start + shift + _edits[i].Replacement.Length);
                shift += Growth(_edits[i++]);
                grown = true;
            }
            while (j < next.Count && (next._edits[j].Start < end || j == firstJ))
            {
                end = Math.Max(end, next._edits[j++].End);
                grown = true;
            }
        }
        string was = original[(start - startShift)..(end - shift)];
        string between = Rewrite(was, _edits.AsSpan(firstI, i - firstI), start - startShift);
        string becomes = Rewrite(between, next._edits.AsSpan(firstJ, j - firstJ), start);
        double confidence = 1;
        for (int k = firstI; k < i; k++) confidence = Math.Min(confidence, _edits[k].Confidence);
        for (int k = firstJ; k < j; k++) confidence = Math.Min(confidence, next._edits[k].Confidence);
        composed.Add(next._edits[firstJ].Spanning(start - startShift, was, becomes, confidence));
    }

    private static string Rewrite(string text, ReadOnlySpan<TextEdit> edits, int offset)
    {
        var result = new StringBuilder(text.Length);
        int done = 0;
        foreach (TextEdit edit in edits)
        {
            result.Append(text, done, edit.Start - offset - done).Append(edit.Replacement);
            done = edit.End - offset;
        }
        return result.Append(text, done, text.Length - done).ToString();
    }
}
