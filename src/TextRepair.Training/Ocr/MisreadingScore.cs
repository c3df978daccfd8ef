using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>How many misread Han characters were put right, and how many edits were wrong.</summary>
internal sealed class MisreadingScore
{
    /// <summary>Gets how many Han characters were read as other Han characters.</summary>
    public int Misread { get; private set; }

    /// <summary>Gets how many characters were replaced.</summary>
    public int Replaced { get; private set; }

    /// <summary>Gets how many replacements gave exactly the true character.</summary>
    public int Right { get; private set; }

    /// <summary>Gets how many characters that were right were replaced.</summary>
    public int Harmed { get; private set; }

    /// <summary>Gets how many characters were deleted as inserted by the reader.</summary>
    public int Deleted { get; private set; }

    /// <summary>Gets how many of these were on no page.</summary>
    public int RightlyDeleted { get; private set; }

    /// <summary>Gets the share of replacements that are right.</summary>
    public double Precision => (double)Right / Math.Max(1, Replaced);

    /// <summary>Gets the share of misread characters that were put right.</summary>
    public double Recall => (double)Right / Math.Max(1, Misread);

    /// <summary>Adds a passage.</summary>
    /// <param name="truth">The passage as printed.</param>
    /// <param name="read">What was repaired.</param>
    /// <param name="edits">The edits that were made.</param>
    /// <param name="wrong">Receives the wrong ones.</param>
    public void Add(string truth, string read, EditList edits, ICollection<string> wrong)
    {
        var page = new PageAlignment(truth, read);
        for (int i = 0; i < read.Length; i++)
            if (page.Printed(i) is { } printed && Vocabulary.IsHan(read[i]) && Vocabulary.IsHan(printed) && read[i] != printed) Misread++;
        foreach (TextEdit edit in edits.Where(e => e.Kind == EditKind.Ocr && e.Length == 1))
            if (!Judge(edit, page.Printed(edit.Start))) wrong.Add($"{read[Math.Max(0, edit.Start - 8)..Math.Min(read.Length, edit.End + 8)].Replace('\n', ' ')}: {edit.Rule}");
    }

    private bool Judge(TextEdit edit, char? printed)
    {
        if (edit.Replacement.Length == 0)
        {
            Deleted++;
            if (printed == null) RightlyDeleted++;
            return printed == null;
        }
        bool right = edit.Replacement == printed?.ToString();
        Replaced++;
        if (right) Right++;
        else if (edit.Original == printed?.ToString()) Harmed++;
        return right;
    }
}
