using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Mends numbers of a scan where their form leaves one reading: 第一下五十六条 is 第一百五十六条, 2O21年1l月 is 2021年11月.</summary>
internal sealed class ScanNumberStage : IStage
{
    private const int Longest = 8;
    private const int MostMisread = 2;

    // What readers make of numerals; other characters only where a single numeral fits.
    private const string Looks = "干千干十于千手千寺千再百吾百直百音百大六人八入八从八土十士十丸九目四西四工二王五";

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        for (int i = text.IndexOf('第', StringComparison.Ordinal); i >= 0; i = text.IndexOf('第', i + 1)) MendClause(text, i + 1, output);
        for (int i = 1; i + 1 < text.Length; i++)
            if (text[i] is 'l' or 'I' or 'O' or 'o' && IsInsideFigure(text, i)) Replace(text, i, text[i] is 'l' or 'I' ? '1' : '0', "a letter inside a figure", output);
    }

    // Between digits, or after one and before what counts or dates.
    private static bool IsInsideFigure(string text, int i) =>
        char.IsAsciiDigit(text[i - 1]) && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '年' or '月' or '日' or '元' or '万' or '亿')
        && !(i > 1 && char.IsAsciiLetter(text[i - 2])) && !(i + 2 < text.Length && char.IsAsciiLetter(text[i + 2]));

    private static void MendClause(string text, int start, StageOutput output)
    {
        int end = start;
        while (end < text.Length && end - start <= Longest && text[end] is not ('条' or '章') && Characters.IsHan(text[end])) end++;
        if (end == text.Length || end - start is < 2 or > Longest || text[end] is not ('条' or '章')) return;
        ReadOnlySpan<char> read = text.AsSpan(start, end - start);
        Span<char> mended = stackalloc char[read.Length];
        read.CopyTo(mended);
        int misread = 0;
        foreach (char c in read) if (!IsNumeral(c)) misread++;
        if (misread is 0 or > MostMisread || misread * 2 > read.Length) return;
        Span<char> only = stackalloc char[read.Length];
        if (Fit(mended, 0, only) != 1) return;
        for (int k = 0; k < only.Length; k++)
            if (only[k] != read[k]) Replace(text, start + k, only[k], "the only numeral that makes a number here", output);
    }

    // Counts the numbers that may be meant; the last one found is kept.
    private static int Fit(Span<char> number, int at, Span<char> found)
    {
        while (at < number.Length && IsNumeral(number[at])) at++;
        if (at == number.Length)
        {
            if (!HanNumber.IsWellFormed(number)) return 0;
            number.CopyTo(found);
            return 1;
        }
        char read = number[at];
        int fits = 0;
        bool isKnown = false;
        for (int k = 0; k < Looks.Length; k += 2) isKnown |= Looks[k] == read;
        foreach (char numeral in HanNumber.Numerals)
        {
            // A pair of characters says nothing unless one is a known misreading: 第三方条款.
            if (isKnown ? !IsLook(read, numeral) : number.Length < 3) continue;
            number[at] = numeral;
            fits += Fit(number, at + 1, found);
        }
        number[at] = read;
        return fits;
    }

    private static bool IsLook(char read, char numeral)
    {
        for (int k = 0; k < Looks.Length; k += 2) if (Looks[k] == read && Looks[k + 1] == numeral) return true;
        return false;
    }

    private static bool IsNumeral(char c) => HanNumber.Numerals.Contains(c, StringComparison.Ordinal);

    private static void Replace(string text, int i, char put, string reason, StageOutput output) =>
        output.Edits.Add(new TextEdit(i, text[i].ToString(), put.ToString(), EditKind.Ocr, 0.95, "scan-number", reason));
}
