namespace TextRepair.Ocr;

/// <summary>Finds characters that are improbable where they stand, and what else may have stood there: the noisy channel.</summary>
/// <remarks>
/// Tokens that cost little are passed over. For the others, look-alikes that the language knows beside a neighbour are
/// priced with the three tokens after them; so are the usual successors of the two characters before, since a damaged
/// character is not always read as one that looks like it. Costs are never negative, so most are dropped after the first
/// or second token.
/// </remarks>
internal sealed class Decoder(LanguageModel language, ConfusionModel confusions)
{
    private const int Reach = LanguageModel.Order - 1;

    // A token is looked at when it and the two after it cost more: one in ten of clean text, 97 misread ones in 100. Costs are
    // in steps of 1/LanguageModel.Scale nat.
    private const int Gate = 16 * LanguageModel.Scale;

    // What only the context proposes must read so much better than its price, and be usual there.
    private const int LeastUnlistedRank = 4 * LanguageModel.Scale, RarestUnlisted = 8 * LanguageModel.Scale;

    // How much better a text must read without a character.
    private const int LeastDeletedGain = 4 * LanguageModel.Scale;

    // How many alternatives of a place are judged.
    private const int Kept = 6;

    // Nine in ten of the characters that tesseract puts where none was.
    private const string Inserted = "和人有上了";

    private const string Numerals = "〇零一二三四五六七八九十百千万亿两";

    // 纪某: no context says which name it was.
    private readonly ushort _somebody = language.Vocabulary['某'];

    /// <summary>Finds the alternatives of a text, by token; of one token the best come first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of the text.</param>
    public List<Alternative> Find(string text, TokenText tokens)
    {
        ReadOnlySpan<ushort> ids = tokens.Ids;
        int[] costs = new int[ids.Length];
        LanguageContext context = language.Context(Vocabulary.Boundary);
        for (int i = 1; i < ids.Length; i++) costs[i] = language.Read(ref context, ids[i]);
        List<Alternative> found = [], here = [];
        for (int i = 1; i < ids.Length - 1; i++)
        {
            char read = text[tokens.Starts[i]];
            if (!IsSuspect(ids, costs, i) || !Vocabulary.IsHan(read) || ids[i + 1] == _somebody) continue;
            here.Clear();
            AddAll(read, ids, costs, i, here);
            // Ties go to the smaller number.
            here.Sort((x, y) => x.Rank != y.Rank ? y.Rank.CompareTo(x.Rank) : x.Id.CompareTo(y.Id));
            for (int k = 0; k < Math.Min(here.Count, Kept); k++)
                found.Add(here[k] with { Rival = Math.Max(0, k > 0 ? here[0].Rank : here.Count > 1 ? here[1].Rank : 0) });
        }
        return found;
    }

    private static bool IsSuspect(ReadOnlySpan<ushort> ids, int[] costs, int i) =>
        ids[i] >= Vocabulary.Unknown && costs[i] + costs[i + 1] + (i + 2 < costs.Length ? costs[i + 2] : 0) > Gate;

    private void AddAll(char read, ReadOnlySpan<ushort> ids, int[] costs, int i, List<Alternative> here)
    {
        int end = Math.Min(ids.Length, i + LanguageModel.Order);
        var priced = new PricedPlace(language, ids, i, end);
        int before = 0;
        for (int k = i; k < end; k++) before += costs[k];
        var place = new Alternative(i, Alternative.Deletion, 0, before, 0, CountSuspects(ids, costs, i));
        confusions.TryGet(read, out ReadOnlySpan<ushort> listed, out ReadOnlySpan<byte> channel);
        for (int c = 0; c < listed.Length; c++)
        {
            ushort id = listed[c];
            if (!language.Knows(ids[i - 1], id) && !language.Knows(id, ids[i + 1])) continue;
            int after = priced.Cost(id, before - Alternative.Price(channel[c]));
            if (after >= 0 && !IsFigure(language.Vocabulary, read, id, ids, i)) here.Add(place with { Id = id, Channel = channel[c], After = after });
        }
        AddUnlisted(read, ids, listed, priced, place, here);
        if (!Inserted.Contains(read, StringComparison.Ordinal)) return;
        int without = CostWithout(ids, i, end);
        if (before - without >= LeastDeletedGain) here.Add(place with { After = without });
    }

    // The usual successors of the two tokens before.
    private void AddUnlisted(char read, ReadOnlySpan<ushort> ids, ReadOnlySpan<ushort> listed, PricedPlace priced, Alternative place, List<Alternative> here)
    {
        int i = place.Token, limit = place.Before - Alternative.Price(Alternative.Unlisted) - LeastUnlistedRank;
        if (limit < 0 || i < 2 || ids[i - 1] < Vocabulary.First) return;
        int context = language.Context(ids[i - 2], ids[i - 1]).Two;
        if (context < 0) return;
        (TripleTable triples, Range usual) = (language.Triples, language.TriplesOf(context));
        for (int k = usual.Start.Value; k < usual.End.Value; k++)
        {
            ushort id = triples.Token(k);
            if (triples.Cost(k) > RarestUnlisted || id == ids[i] || !IsHan(id) || (ids[i + 1] >= Vocabulary.First && !language.Knows(id, ids[i + 1]))) continue;
            if (listed.Contains(id) || IsFigure(language.Vocabulary, read, id, ids, i)) continue;
            int after = priced.Cost(id, limit);
            if (after >= 0) here.Add(place with { Id = id, Channel = Alternative.Unlisted, After = after });
        }
    }

    private int CostWithout(ReadOnlySpan<ushort> ids, int i, int end)
    {
        LanguageContext context = language.Before(ids, i);
        int cost = 0;
        for (int k = i + 1; k < end; k++) cost += language.Read(ref context, ids[k]);
        return cost;
    }

    private bool IsHan(ushort id) => id >= Vocabulary.First && Vocabulary.IsHan(language.Vocabulary.Character(id));

    private static int CountSuspects(ReadOnlySpan<ushort> ids, int[] costs, int i)
    {
        int count = 0;
        for (int k = Math.Max(1, i - Reach); k <= Math.Min(ids.Length - 2, i + Reach); k++)
            if (k != i && ids[k] >= Vocabulary.First && IsSuspect(ids, costs, k)) count++;
        return count;
    }

    /// <summary>Says whether an alternative would change a figure.</summary>
    /// <remarks>Figures stay: which numeral was meant no context says, and next to digits a numeral is a part of a figure.</remarks>
    public static bool IsFigure(Vocabulary vocabulary, char read, ushort id, ReadOnlySpan<ushort> ids, int i)
    {
        bool was = Numerals.Contains(read, StringComparison.Ordinal);
        bool becomes = Numerals.Contains(vocabulary.Character(id), StringComparison.Ordinal);
        return was ? becomes || ids[i - 1] == Vocabulary.Digits || ids[i + 1] == Vocabulary.Digits : becomes && ids[i - 1] == Vocabulary.Digits;
    }
}
