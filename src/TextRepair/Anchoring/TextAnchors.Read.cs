using System.Numerics;

namespace TextRepair.Anchoring;

/// <content>What is made of the blocks of a text.</content>
internal sealed partial class TextAnchors
{
    // All ones while a quote is open.
    private ulong _open;

    /// <summary>Reads a text, unless it is the one that was read last.</summary>
    public void Read(string text)
    {
        if (ReferenceEquals(text, _text)) return;
        Begin(text);
        // Two blocks in turn: this one and the one before.
        Span<AnchorBlock> pair = stackalloc AnchorBlock[2];
        pair.Clear();
        for (int i = 0; i < _blocks; i++)
        {
            ReadOnlySpan<char> rest = text.AsSpan(i * AnchorBlock.Length);
            ref AnchorBlock here = ref pair[i & 1], before = ref pair[~i & 1];
            if (rest.Length >= AnchorBlock.Length) AnchorBlock.Read(rest, out here);
            else ReadRest(rest, out here);
            TakePlaces(i, here, before);
            TakeCounts(here, before);
            TakeQuotes(here.OpeningQuotes, here.ClosingQuotes);
            if (here.Rare != 0) TakeRare(rest, here.Rare);
        }
        QuotesTakeTurns &= _open == 0;
    }

    private void Begin(string text)
    {
        _text = text;
        _blocks = (text.Length + AnchorBlock.Length - 1) / AnchorBlock.Length;
        if (_lineEnds.Length < _blocks) Reserve(_blocks);
        (LineEndCount, OpenLineEndCount, YearCount, BlankCount, QuestionCount) = (0, 0, 0, 0, 0);
        (HasDigitBehindSpace, QuotesTakeTurns, Rare, _open) = (false, true, RareKinds.None, 0);
    }

    private void Reserve(int blocks) =>
        (_lineEnds, _gaps, _years, _decades, _notices) = (new ulong[blocks], new ulong[blocks], new ulong[blocks], new ulong[blocks], new ulong[blocks]);

    // NUL is in no set.
    private static void ReadRest(ReadOnlySpan<char> rest, out AnchorBlock block)
    {
        Span<char> filled = stackalloc char[AnchorBlock.Length];
        rest.CopyTo(filled);
        filled[rest.Length..].Clear();
        AnchorBlock.Read(filled, out block);
    }

    private void TakePlaces(int i, in AnchorBlock here, in AnchorBlock before)
    {
        ulong behindDigit = Behind(1, here.Digits, before.Digits);
        ulong behindFour = behindDigit & Behind(2, here.Digits, before.Digits) & Behind(3, here.Digits, before.Digits) & Behind(4, here.Digits, before.Digits);
        // 5万元, 1.2亿元: most figures.
        ulong behindMultiple = Behind(1, here.Multiples, before.Multiples) & Behind(2, here.Digits, before.Digits);
        ulong rarer = here.RarerUnitEnds & Behind(1, here.UnitHeads, before.UnitHeads);
        _lineEnds[i] = here.LineEnds;
        _gaps[i] = ((here.Yuans & ~behindMultiple) | here.Multiples | here.UnitEnds | rarer) & ~behindDigit;
        _years[i] = here.Years & behindFour & ~Behind(5, here.Digits, before.Digits);
        _notices[i] = here.NoticeSeconds & Behind(1, here.NoticeFirsts, before.NoticeFirsts);
        ulong decades = behindDigit & Behind(2, here.Twos, before.Twos) & Behind(3, here.Zeros, before.Zeros) & Behind(4, here.Twos, before.Twos);
        _decades[i] = decades & ~here.Years;
        YearCount += BitOperations.PopCount(_years[i]);
    }

    private void TakeCounts(in AnchorBlock here, in AnchorBlock before)
    {
        LineEndCount += BitOperations.PopCount(here.LineEnds);
        OpenLineEndCount += BitOperations.PopCount(here.LineEnds & ~Behind(1, here.SentenceEnds, before.SentenceEnds));
        BlankCount += BitOperations.PopCount(here.Spaces | here.WideSpaces);
        QuestionCount += BitOperations.PopCount(here.Questions);
        HasDigitBehindSpace |= (here.Digits & Behind(1, here.Spaces, before.Spaces)) != 0;
    }

    // Each mark adds one to the marks so far, itself included: where they take turns, an odd one opens and an even one closes.
    private void TakeQuotes(ulong opening, ulong closing)
    {
        ulong marks = opening | closing, odd = marks;
        if (marks == 0) return;
        odd ^= odd << 1;
        odd ^= odd << 2;
        odd ^= odd << 4;
        odd ^= odd << 8;
        odd ^= odd << 16;
        odd ^= odd << 32;
        odd ^= _open;
        QuotesTakeTurns &= (odd & marks) == opening;
        _open = 0 - (odd >> (AnchorBlock.Length - 1));
    }

    private void TakeRare(ReadOnlySpan<char> block, ulong places)
    {
        for (; places != 0; places &= places - 1) Rare |= KindOf(block[BitOperations.TrailingZeroCount(places)]);
    }

    private static RareKinds KindOf(char c) => c switch
    {
        'x' or 'X' or 'Ｘ' => RareKinds.Mask,
        '×' => RareKinds.Mask | RareKinds.Latin,
        >= '\u00c0' and <= '\u00ff' => RareKinds.Latin,
        (>= '\u200b' and <= '\u200f') or '\u2060' or '\u00ad' or '\ufeff' => RareKinds.Invisible,
        (>= '\u2e80' and <= '\u2fd5') or (>= '\uf900' and <= '\ufad9') => RareKinds.CompatibilityForm,
        >= '\ue000' and <= '\uf8ff' => RareKinds.PrivateUse,
        '〔' or '〕' or '【' or '】' or '［' or '］' => RareKinds.Bracket,
        '〝' or '〞' => RareKinds.OddQuote,
        '\ufffd' or '锟' or '烫' or '屯' => RareKinds.Lost,
        '锛' or '銆' or '鈥' or '鐨' => RareKinds.Gbk,
        _ => RareKinds.None,
    };

    // Places so far behind what is set, in this block or from the one before.
    private static ulong Behind(int distance, ulong here, ulong before) => (here << distance) | (before >> (AnchorBlock.Length - distance));
}
