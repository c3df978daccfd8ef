using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Puts lost closing quotes back and mends quotes of the wrong form.</summary>
internal sealed class QuoteStage(Lazy<QuoteModel> model, TextRepairOptions options, bool edits) : IStage
{
    // In a document whose quotes are otherwise closed, an open one is as likely the writer's slip or a convention. On documents
    // left out, 99 of 100 ends surer than this are right.
    private const double MinimumForSingle = 0.95, Likely = 0.5;
    private const int FewestLost = 3, MostPairsForLost = 2, LeastLostForTurned = 4;

    private readonly double _minimum = options.MinimumConfidence;
    private readonly Pool<KnownQuotes> _known = new(() => new KnownQuotes(model.Value));
    private readonly bool _suspected = options.Source == TextSource.Suspected;

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (IsRegular(output.AnchorsOf(text))) return;
        KnownQuotes known = _known.Take();
        var scan = new QuoteScan(text, known);
        scan.Run();
        Decide(text, scan, output);
        // Where there are edits, a second round reads nearly the same quotes.
        if (!output.HasEdits) known.Forget();
        _known.Give(known);
    }

    private void Decide(string text, QuoteScan scan, StageOutput output)
    {
        if (edits) foreach ((int place, char right) in scan.WrongForms) Turn(text, place, right, output);
        List<QuoteEnd> ends = model.Value.Habits.FindEnds(text, scan);
        bool rule = _suspected || IsLossTheRule(text, scan, ends);
        double needed = rule ? _minimum : Math.Max(_minimum, MinimumForSingle);
        for (int i = 0; i < ends.Count; i++)
        {
            int open = scan.Unclosed[i];
            bool sure = edits && ends[i].Probability >= needed && IsLikelyAlone(scan.Choices[i], ends[i].Place) && !scan.Doubtful.Contains(open) && (rule || scan.IsAlone(open)) && MayEndAt(text, ends[i].Place);
            if (sure) Close(open, ends[i], output);
            else Report(open, ends[i], output);
        }
    }

    // Most texts need no more.
    private static bool IsRegular(TextAnchors anchors) => anchors.QuotesTakeTurns && (anchors.Rare & RareKinds.OddQuote) == 0;

    // Where copying took closing quotes away, it took more than one and left few; where many seem to end just before the next
    // opening one, marks were not lost but typed the wrong way round.
    private static bool IsLossTheRule(string text, QuoteScan scan, List<QuoteEnd> ends)
    {
        int lost = scan.Unclosed.Count - scan.Doubtful.Count, turned = ends.Count(end => end.Probability >= Likely && end.Place >= 0 && IsBesideQuote(text, end.Place));
        if (turned * LeastLostForTurned >= lost) return false;
        if (lost >= FewestLost) return lost * MostPairsForLost >= scan.Pairs;
        // Two marks alone may be the two of one quote; that both have a likely end of their own speaks against it.
        return lost == FewestLost - 1 && scan.Pairs == 0 && ends.TrueForAll(end => end.Place >= 0 && end.Probability >= Likely);
    }

    // Others may confirm a place, not bring one about: where many quotes look alike, one mistake would make the next.
    private static bool IsLikelyAlone(QuoteChoice choice, int place) => choice.Best is var best && best.Place == place && best.Probability >= Likely;

    // “群锚“体系: the second mark may be the end of the first, turned round; a third one would make it worse.
    private static bool IsBesideQuote(string text, int place) => place < text.Length && text[place] is '“' or '”';

    // The model knows Chinese sentences and no others.
    private static bool MayEndAt(string text, int place) =>
        place >= 0 && !IsBesideQuote(text, place) && (Characters.IsHan(text[place - 1]) || (place < text.Length && Characters.IsHan(text[place])));

    private static void Turn(string text, int place, char right, StageOutput output)
    {
        string reason = $"{text[place]} stands where {right} belongs, against the other half of a pair";
        output.Edits.Add(new TextEdit(place, text[place].ToString(), right.ToString(), EditKind.Quote, 0.97, "quote-form", reason));
    }

    private static void Close(int open, QuoteEnd end, StageOutput output)
    {
        string reason = $"the quote opened at {open} has no end; of all places up to the next quote this one is right with probability {end.Probability:0.000}";
        output.Edits.Add(new TextEdit(end.Place, "", "”", EditKind.Quote, end.Probability, "closing-quote", reason));
    }

    private static void Report(int open, QuoteEnd end, StageOutput output)
    {
        string message = end.Place < 0
            ? "A quote is opened and not closed; expected ” before the next quote or the end of the line, and no place there is likely."
            : $"A quote is opened and not closed; the likeliest place for ” is after {end.Place - open - 1} characters, but it is not sure enough ({end.Probability:0.00}) to put it there.";
        output.Findings.Add(new Finding(open, 1, FindingKind.UnclosedQuote, message));
    }
}
