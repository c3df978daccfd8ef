using System.Buffers;

namespace TextRepair.Pairing;

/// <summary>Puts lost closing quotes back and mends quotes that do not match.</summary>
internal sealed class QuoteStage(QuoteModel model, double minimumConfidence, bool edits) : IStage
{
    // In a document whose quotes are otherwise closed, an open one is as likely the writer's slip or a convention.
    private const double MinimumForSingle = 0.97;

    private static readonly SearchValues<char> Marks = SearchValues.Create("“”〝〞");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        int i = all.IndexOfAny(Marks);
        if (i < 0) return;
        var scan = new QuoteScan(text);
        scan.Run();
        if (scan.Unclosed.Count == 0 && scan.Mismatched.Count == 0) return;
        if (edits) foreach (int place in scan.Mismatched) Mend(text, place, output);
        bool lost = scan.Unclosed.Count > 1 && scan.Unclosed.Count > scan.Pairs;
        double needed = lost ? minimumConfidence : Math.Max(minimumConfidence, MinimumForSingle);
        foreach (int open in scan.Unclosed) Close(text, open, needed, output);
    }

    private static void Mend(string text, int place, StageOutput output)
    {
        string replacement = text[place] == '〞' ? "”" : "“";
        string reason = $"{text[place]} stands against the other half of a pair of “ and ”";
        output.Edits.Add(new TextEdit(place, text[place].ToString(), replacement, EditKind.Quote, 0.99, "quote-form", reason));
    }

    private void Close(string text, int open, double needed, StageOutput output)
    {
        QuoteEnd end = model.FindEnd(text, open);
        if (edits && end.Place >= 0 && end.Probability >= needed)
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
