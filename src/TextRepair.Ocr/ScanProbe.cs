namespace TextRepair.Ocr;

/// <summary>A quick look for misreadings as sure as those that make a scan; what <see cref="Decoder"/> finds slowly in full.</summary>
/// <remarks>
/// Only characters that stand oddly are looked at, and only look-alikes that are known on both sides and usual on
/// one of them. Nearly all of clean text is passed over by that, before anything is priced.
/// </remarks>
internal sealed class ScanProbe(LanguageModel language, ConfusionModel confusions)
{
    // Of the misreadings that count, nine in ten cost as much as they stand and gain as much after the misreading is paid;
    // hardly any is less probable to be misread so.
    private const int LeastBefore = 24 * LanguageModel.Scale;
    private const int LeastGain = 5 * LanguageModel.Scale / 2;
    private const int HighestChannel = 6 * LanguageModel.Scale;
    private const int Price = 5, PricedIn = 3; // 1.67 times the channel
    private const int MostListed = 256;

    /// <summary>Finds the best alternative of each place that has any, in order.</summary>
    public List<Alternative> Find(string text, TokenText tokens)
    {
        ReadOnlySpan<ushort> ids = tokens.Ids;
        var found = new List<Alternative>();
        Span<int> fitting = stackalloc int[MostListed];
        int before = language.Pairs.Look(ids[0], ids[1]);
        for (int i = 1; i < ids.Length - 1; i++)
        {
            int after = language.Pairs.Look(ids[i], ids[i + 1]);
            if (PairSet.IsOdd(before, after) && Best(text[tokens.Starts[i]], ids, i, fitting) is { } best) found.Add(best);
            before = after;
        }
        return found;
    }

    private Alternative? Best(char read, ReadOnlySpan<ushort> ids, int i, Span<int> fitting)
    {
        if (!Vocabulary.IsHan(read) || !confusions.TryGet(read, out ReadOnlySpan<ushort> listed, out ReadOnlySpan<byte> channel)) return null;
        int count = Fit(listed, channel, ids[i - 1], ids[i + 1], fitting);
        if (count == 0) return null;
        int end = Math.Min(ids.Length, i + LanguageModel.Order), before = 0;
        LanguageContext context = language.Before(ids, i);
        for (int k = i; k < end; k++) before += language.Read(ref context, ids[k]);
        if (before < LeastBefore) return null;
        var priced = new PricedPlace(language, ids, i, end);
        Alternative? best = null;
        foreach (int c in fitting[..count])
        {
            int after = priced.Cost(listed[c], before - LeastGain - (channel[c] * Price / PricedIn));
            if (after < 0 || Decoder.IsFigure(language.Vocabulary, read, listed[c], ids, i)) continue;
            var alternative = new Alternative(i, listed[c], channel[c], before, after, 0);
            if (best is null || alternative.Rank > best.Value.Rank) best = alternative;
        }
        return best;
    }

    private int Fit(ReadOnlySpan<ushort> listed, ReadOnlySpan<byte> channel, ushort left, ushort right, Span<int> fitting)
    {
        // The left pairs first: all of them lie together, and nearly all are strange. Without branches, which would often be guessed wrong.
        int known = 0, count = 0;
        for (int c = 0; c < Math.Min(listed.Length, fitting.Length); c++)
        {
            fitting[known] = c;
            known += language.Pairs.Look(left, listed[c]) & PairSet.Known & (channel[c] <= HighestChannel ? 1 : 0);
        }
        foreach (int c in fitting[..known])
        {
            int after = language.Pairs.Look(listed[c], right);
            if (after != PairSet.Strange && (language.Pairs.Look(left, listed[c]) | after) == PairSet.Usual) fitting[count++] = c;
        }
        return count;
    }
}
