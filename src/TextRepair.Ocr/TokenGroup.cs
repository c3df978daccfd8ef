namespace TextRepair.Ocr;

/// <summary>Uncertain tokens that stand within each other's reach, decided together.</summary>
internal sealed class TokenGroup(LanguageModel language, int beam)
{
    private const int Kept = 4;
    private const int Reach = LanguageModel.Order - 1;

    private readonly List<int> _places = [];
    private readonly List<List<Alternative>> _alternatives = [];
    private readonly List<Hypothesis> _hypotheses = [];

    /// <summary>Adds an alternative; only the best few of a place are kept.</summary>
    public void Add(int place, Alternative alternative)
    {
        if (_places.Count == 0 || _places[^1] != place)
        {
            _places.Add(place);
            _alternatives.Add([]);
        }
        List<Alternative> here = _alternatives[^1];
        int at = here.Count;
        while (at > 0 && here[at - 1].Gain < alternative.Gain) at--;
        if (at == Kept) return;
        here.Insert(at, alternative);
        if (here.Count > Kept) here.RemoveAt(Kept);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _places.Clear();
        _alternatives.Clear();
    }

    /// <summary>Proposes what makes the text cheapest.</summary>
    public void Decide(ReadOnlySpan<ushort> ids, List<Proposal> proposals)
    {
        if (_places.Count == 0) return;
        if (_places.Count == 1) DecideOne(proposals);
        else DecideMany(ids, proposals);
    }

    private void DecideOne(List<Proposal> proposals)
    {
        Alternative best = _alternatives[0][0];
        if (best.Gain > 0) proposals.Add(new Proposal(_places[0], best.Id, best.Gain, best.Price, best.Before, best.After));
    }

    private void DecideMany(ReadOnlySpan<ushort> ids, List<Proposal> proposals)
    {
        int start = _places[0], end = Math.Min(ids.Length, _places[^1] + 1 + Reach);
        int[] choices = Search(ids, start, end);
        int best = Price(ids, start, end, choices);
        for (int p = 0; p < choices.Length; p++)
        {
            if (choices[p] < 0) continue;
            int choice = choices[p];
            choices[p] = -1;
            int gain = Price(ids, start, end, choices) - best;
            choices[p] = choice;
            Alternative alternative = _alternatives[p][choice];
            int after = Math.Max(0, alternative.Before - alternative.Price - gain);
            if (gain > 0) proposals.Add(new Proposal(_places[p], alternative.Id, gain, alternative.Price, alternative.Before, after));
        }
    }

    // Beam search over the tokens of the group; the result is the alternative taken at each place, -1 for none.
    private int[] Search(ReadOnlySpan<ushort> ids, int start, int end)
    {
        _hypotheses.Clear();
        _hypotheses.Add(new Hypothesis(
            start > 2 ? ids[start - 3] : (ushort)0, start > 1 ? ids[start - 2] : (ushort)0, ids[start - 1], 0, -1, -1));
        int from = 0, to = 1, place = 0;
        var next = new List<Hypothesis>();
        for (int i = start; i < end; i++)
        {
            List<Alternative>? here = place < _places.Count && _places[place] == i ? _alternatives[place++] : null;
            next.Clear();
            for (int h = from; h < to; h++)
            {
                next.Add(Extend(h, ids[i], 0, -1));
                for (int k = 0; k < (here?.Count ?? 0); k++) next.Add(Extend(h, here![k].Id, here[k].Price, k));
            }
            // Ties go to the earlier one, so that leaving a token as it is wins over changing it.
            next.Sort((x, y) => x.Cost != y.Cost ? x.Cost.CompareTo(y.Cost) : x.Parent != y.Parent ? x.Parent.CompareTo(y.Parent) : x.Choice.CompareTo(y.Choice));
            from = _hypotheses.Count;
            for (int k = 0; k < Math.Min(beam, next.Count); k++) _hypotheses.Add(next[k]);
            to = _hypotheses.Count;
        }
        return Trace(from, start, end);
    }

    private int[] Trace(int hypothesis, int start, int end)
    {
        int[] choices = new int[_places.Count];
        int place = _places.Count - 1;
        for (int i = end - 1; i >= start; i--, hypothesis = _hypotheses[hypothesis].Parent)
            if (place >= 0 && _places[place] == i) choices[place--] = _hypotheses[hypothesis].Choice;
        return choices;
    }

    private Hypothesis Extend(int parent, ushort id, int price, int choice)
    {
        Hypothesis h = _hypotheses[parent];
        return id == Proposal.Deletion
            ? h with { Cost = h.Cost + price, Parent = parent, Choice = choice }
            : new Hypothesis(h.B, h.C, id, h.Cost + price + language.Cost(h.A, h.B, h.C, id), parent, choice);
    }

    private int Price(ReadOnlySpan<ushort> ids, int start, int end, int[] choices)
    {
        ushort a = start > 2 ? ids[start - 3] : (ushort)0, b = start > 1 ? ids[start - 2] : (ushort)0, c = ids[start - 1];
        int cost = 0, place = 0;
        for (int i = start; i < end; i++)
        {
            ushort id = ids[i];
            if (place < _places.Count && _places[place] == i)
            {
                int choice = choices[place];
                if (choice >= 0)
                {
                    id = _alternatives[place][choice].Id;
                    cost += _alternatives[place][choice].Price;
                }
                place++;
            }
            if (id == Proposal.Deletion) continue;
            cost += language.Cost(a, b, c, id);
            (a, b, c) = (b, c, id);
        }
        return cost;
    }

    private readonly record struct Hypothesis(ushort A, ushort B, ushort C, int Cost, int Parent, int Choice);
}
