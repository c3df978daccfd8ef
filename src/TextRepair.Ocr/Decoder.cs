namespace TextRepair.Ocr;

/// <summary>Finds characters that are improbable where they stand and look-alikes that are not: the noisy channel.</summary>
/// <remarks>
/// Tokens that cost little are passed over. For the others every look-alike is priced with the three tokens after it, the
/// best few are kept, and where several uncertain tokens stand close together a beam looks for the best of all
/// combinations. Costs are never negative, so most look-alikes are dropped after the first or second token.
/// </remarks>
internal sealed class Decoder(LanguageModel language, ConfusionModel confusions, DecoderSettings settings)
{
    private const int Reach = LanguageModel.Order - 1;
    private const string Inserted = "和人有上了";
    private const string Numerals = "〇零一二三四五六七八九十百千万亿两";

    // 纪某: no context says which name it was.
    private readonly ushort _somebody = language.Vocabulary['某'];

    /// <summary>Finds the proposals for a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="proposals">Receives the proposals.</param>
    /// <param name="known">Where given, only tokens beside one they are not known to stand beside are looked at: a quick probe.</param>
    public void Find(string text, TokenText tokens, List<Proposal> proposals, PairSet? known = null)
    {
        ReadOnlySpan<ushort> ids = tokens.Ids;
        ReadOnlySpan<int> starts = tokens.Starts;
        int[] costs = Costs(ids, known);
        var group = new TokenGroup(language, settings.Beam);
        int last = -1;
        for (int i = 1; i < ids.Length - 1; i++)
        {
            if (known != null && !IsStrange(ids, i, known)) continue;
            if (!IsSuspect(ids, costs, i) || !Vocabulary.IsHan(text[starts[i]]) || ids[i + 1] == _somebody) continue;
            if (last >= 0 && i - last > Reach)
            {
                group.Decide(ids, proposals);
                group.Clear();
                last = -1;
            }
            if (AddAlternatives(text[starts[i]], ids, costs, i, group)) last = i;
        }
        group.Decide(ids, proposals);
    }

    private static bool IsStrange(ReadOnlySpan<ushort> ids, int i, PairSet known) =>
        !known.Knows(ids[i - 1], ids[i]) || !known.Knows(ids[i], ids[i + 1]);

    // What is not looked at is not priced.
    private int[] Costs(ReadOnlySpan<ushort> ids, PairSet? known)
    {
        int[] costs = new int[ids.Length];
        for (int i = 1, needed = known == null ? ids.Length : 0; i < ids.Length; i++)
        {
            if (known != null && i < ids.Length - 1 && IsStrange(ids, i, known)) needed = i + LanguageModel.Order;
            if (i < needed) costs[i] = language.Cost(ids, i);
        }
        return costs;
    }

    private bool IsSuspect(ReadOnlySpan<ushort> ids, int[] costs, int i) =>
        ids[i] >= Vocabulary.Unknown && costs[i] + costs[i + 1] + (i + 2 < costs.Length ? costs[i + 2] : 0) > settings.Gate;

    private bool AddAlternatives(char observed, ReadOnlySpan<ushort> ids, int[] costs, int i, TokenGroup group)
    {
        int end = Math.Min(ids.Length, i + 1 + Reach);
        int before = 0;
        for (int k = i; k < end; k++) before += costs[k];
        bool any = false;
        var place = new PricedPlace(language, ids, i, end);
        if (confusions.TryGet(observed, out ReadOnlySpan<ushort> candidates, out ReadOnlySpan<byte> channel))
        {
            for (int c = 0; c < candidates.Length; c++)
            {
                int price = channel[c] * settings.ChannelPercent / 100 + settings.ErrorCost;
                int after = place.Cost(candidates[c], before + settings.Slack - price);
                if (after < 0 || IsFigure(observed, candidates[c], ids, i)) continue;
                group.Add(i, new Alternative(candidates[c], price, before, after));
                any = true;
            }
        }
        if (Inserted.Contains(observed, StringComparison.Ordinal))
        {
            int after = CostWithout(ids, i, end);
            if (after + settings.DeletionCost <= before + settings.Slack)
            {
                group.Add(i, new Alternative(Proposal.Deletion, settings.DeletionCost, before, after));
                any = true;
            }
        }
        return any;
    }

    // Figures stay: which numeral was meant no context says, and next to digits a numeral is a part of a figure.
    private bool IsFigure(char observed, ushort candidate, ReadOnlySpan<ushort> ids, int i)
    {
        bool was = Numerals.Contains(observed, StringComparison.Ordinal);
        bool becomes = Numerals.Contains(language.Vocabulary.Character(candidate), StringComparison.Ordinal);
        return was ? becomes || ids[i - 1] == Vocabulary.Digits || ids[i + 1] == Vocabulary.Digits : becomes && ids[i - 1] == Vocabulary.Digits;
    }

    private int CostWithout(ReadOnlySpan<ushort> ids, int i, int end)
    {
        ushort a = i > 2 ? ids[i - 3] : (ushort)0, b = i > 1 ? ids[i - 2] : (ushort)0, c = ids[i - 1];
        int cost = 0;
        for (int k = i + 1; k < end; k++)
        {
            cost += language.Cost(a, b, c, ids[k]);
            (a, b, c) = (b, c, ids[k]);
        }
        return cost;
    }
}
