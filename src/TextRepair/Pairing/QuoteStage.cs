using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Puts lost closing quotes back and mends quotes of the wrong form.</summary>
internal sealed class QuoteStage(QuoteModel model, TextRepairOptions options, bool edits) : IStage
{
    // In a document whose quotes are otherwise closed, an open one is as likely the writer's slip or a convention.
    private const double MinimumForSingle = 0.997;
    private const int FewestLost = 3;

    private readonly double _minimum = options.MinimumConfidence;
    private readonly double _minimumForSingle = options.Source == TextSource.Suspected ? options.MinimumConfidence : Math.Max(options.MinimumConfidence, MinimumForSingle);

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (QuoteScan.IsRegular(text)) return;
        var scan = new QuoteScan(text, model);
        scan.Run();
        if (edits) foreach ((int place, char right) in scan.WrongForms) Turn(text, place, right, output);
        double needed = IsLossTheRule(scan) ? _minimum : _minimumForSingle;
        foreach (int open in scan.Unclosed) Close(text, open, needed, output);
    }

    // Where copying took closing quotes away, it took more than one and left few.
    private static bool IsLossTheRule(QuoteScan scan) =>
        scan.Unclosed.Count >= FewestLost ? scan.Unclosed.Count * 3 >= scan.Pairs : scan.Unclosed.Count == FewestLost - 1 && scan.Pairs == 0;

    // “群锚“体系: the second mark may be the end of the first, turned round; a third one would make it worse.
    private static bool IsBesideQuote(string text, int place) => place < text.Length && text[place] is '“' or '”';

    // The model knows Chinese sentences and no others.
    private static bool IsBesideHan(string text, int place) =>
        Characters.IsHan(text[place - 1]) || (place < text.Length && Characters.IsHan(text[place]));

    private static void Turn(string text, int place, char right, StageOutput output)
    {
        string reason = $"{text[place]} stands where {right} belongs, against the other half of a pair";
        output.Edits.Add(new TextEdit(place, text[place].ToString(), right.ToString(), EditKind.Quote, 0.97, "quote-form", reason));
    }

    // 一带两园三区, 四横四纵: a name that begins with a number and is followed by one is hardly at its end.
    private static bool GoesOnCounting(string text, int open, int end) =>
        end < text.Length && Characters.IsHanNumeral(text[open + 1]) && Characters.IsHanNumeral(text[end]);

    private void Close(string text, int open, double needed, StageOutput output)
    {
        QuoteEnd end = model.FindEnd(text, open);
        if (edits && end.Place >= 0 && end.Probability >= needed && !GoesOnCounting(text, open, end.Place) && !IsBesideQuote(text, end.Place) && IsBesideHan(text, end.Place))
        {
            string reason = $"the quote opened at {open} has no end; of all places up to the next quote this one is right with probability {end.Probability:0.000}";
            output.Edits.Add(new TextEdit(end.Place, "", "”", EditKind.Quote, end.Probability, "closing-quote", reason));
            return;
        }
        string message = end.Place < 0
            ? "A quote is opened and not closed; expected ” before the next quote or the end of the line, and no place there is likely."
            : $"A quote is opened and not closed; the likeliest place for ” is after {end.Place - open - 1} characters, but it is not sure enough ({end.Probability:0.00}) to put it there.";
        output.Findings.Add(new Finding(open, 1, FindingKind.UnclosedQuote, message));
    }
}
