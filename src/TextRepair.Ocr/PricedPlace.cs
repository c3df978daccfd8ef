namespace TextRepair.Ocr;

/// <summary>A place of a text where look-alikes are tried: what does not depend on the look-alike is looked up once.</summary>
/// <remarks>
/// A token that is not known before the next one says nothing of what follows it, so all such tokens share the price of the
/// rest. Nearly every look-alike is one of them.
/// </remarks>
internal readonly ref struct PricedPlace
{
    private readonly LanguageModel _language;
    private readonly ReadOnlySpan<ushort> _following;
    private readonly ushort _before;
    private readonly ushort _secondBefore;
    private readonly LanguageContext _context;
    private readonly int _rest;

    /// <summary>Looks a place up.</summary>
    /// <param name="language">The model.</param>
    /// <param name="ids">The tokens.</param>
    /// <param name="at">The place; neither the first token nor the last.</param>
    /// <param name="end">Where pricing ends.</param>
    public PricedPlace(LanguageModel language, ReadOnlySpan<ushort> ids, int at, int end)
    {
        _language = language;
        _following = ids[(at + 1)..end];
        (_before, _secondBefore) = (ids[at - 1], at > 1 ? ids[at - 2] : Vocabulary.Boundary);
        _context = language.Before(ids, at);
        _rest = language.FirstCost(_following[0]);
        if (_following.Length > 1) _rest += language.Cost(language.Context(_following[0]), _following[1]);
        if (_following.Length > 2) _rest += language.Cost(language.Context(_following[0], _following[1]), _following[2]);
    }

    /// <summary>Gets what the place and what follows it cost with another token at the place; −1 where that is above a limit.</summary>
    public int Cost(ushort id, int limit)
    {
        if (limit < 0) return -1;
        int cost = _language.Pairs.Knows(id, _following[0]) ? CostToEnd(id, limit) : CostOfStranger(id, limit);
        return cost <= limit ? cost : -1;
    }

    private int CostOfStranger(ushort id, int limit)
    {
        if (!_language.Pairs.Knows(_before, id)) return _language.Cost(_context, id) + _language.Context(id).Backoff + _rest;
        if (_language.Context(id).Backoff + _language.LowestBackoff + _rest > limit) return int.MaxValue;
        return _language.Cost(_context, id) + _language.Context(_secondBefore, _before, id).Backoff + _rest;
    }

    private int CostToEnd(ushort id, int limit)
    {
        LanguageContext context = _context;
        int cost = _language.Read(ref context, id);
        for (int i = 0; i < _following.Length && cost <= limit; i++) cost += _language.Read(ref context, _following[i]);
        return cost;
    }
}
