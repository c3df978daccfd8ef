namespace TextRepair.Training;

/// <summary>A place where a word was swapped.</summary>
/// <param name="Start">Where it starts in the damaged text, in UTF-16 code units.</param>
/// <param name="Damaged">The word that stands there now.</param>
/// <param name="Original">The word that stood there.</param>
internal readonly record struct DamagedPlace(int Start, string Damaged, string Original)
{
    /// <summary>Tells whether an edit puts back, over this place, just what stood there, and leaves all else that it spans.</summary>
    public bool IsRepairedBy(TextEdit edit)
    {
        int offset = Start - edit.Start;
        if (offset < 0 || Start + Damaged.Length > edit.End) return false;
        return string.Concat(edit.Original.AsSpan(0, offset), Original, edit.Original.AsSpan(offset + Damaged.Length)) == edit.Replacement;
    }
}
