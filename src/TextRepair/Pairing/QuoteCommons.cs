using System.Runtime.InteropServices;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>What the quotes of a document have in common: content, length, last characters, what stands around them.</summary>
/// <remarks>
/// A quote that is closed counts once, an open one at each of its likely places with its probability there (one step of a mean
/// field). The two are told apart: what all open quotes of a document seem to be may be one and the same mistake.
/// </remarks>
internal sealed class QuoteCommons
{
    /// <summary>The number of features of a place.</summary>
    public const int FeatureCount = OwnCount + (2 * SideCount);

    // Behind the two features of the place itself come those of closed quotes, then those of open ones.
    private const int OwnCount = 2, BesideCount = 7, KindCount = 8, SideCount = BesideCount + KindCount;
    private const int FirstShare = 2, LastShare = 4;
    private const int Near = 2, Far = 30, LongestLength = 16, ShortestWithTail = 3;
    private const uint FirstTemplate = 281;
    private const double SmallestShare = 0.05, Half = 0.5;

    private readonly string _text;
    private readonly List<QuoteChoice> _choices;
    private readonly List<Member> _members = [];
    private readonly List<(int Place, double Share)> _ends = [];
    private readonly int[] _memberOf;
    private readonly Dictionary<uint, double> _closedSums = [], _openSums = [];
    private double _closedTotal, _openTotal;

    /// <summary>Reads the quotes of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="closed">The quotes that are closed, in their order.</param>
    /// <param name="choices">The open ones in their order, and where they may end.</param>
    public QuoteCommons(string text, List<(int Open, int Close)> closed, List<QuoteChoice> choices)
    {
        (_text, _choices) = (text, choices);
        _memberOf = new int[choices.Count];
        for (int c = 0, i = 0; c < closed.Count || i < choices.Count;)
        {
            if (i == choices.Count || (c < closed.Count && closed[c].Open < choices[i].Open)) AddClosed(closed[c++]);
            else AddOpen(i++);
        }
    }

    /// <summary>Measures how the places of an open quote fit the other quotes.</summary>
    /// <param name="index">The number of the quote among the open ones.</param>
    /// <param name="features">Receives <see cref="FeatureCount"/> numbers for each of its places; zeros before.</param>
    public void Extract(int index, Span<double> features)
    {
        QuoteChoice choice = _choices[index];
        Span<uint> keys = stackalloc uint[QuoteChoice.Most * KindCount];
        for (int k = 1; k < choice.Places.Length; k++) FindKeys(choice.Open, choice.Places[k], 0, keys.Slice(k * KindCount, KindCount));
        features[0] = choice.Scores[0];
        features[1] = 1;
        for (int k = 1; k < choice.Places.Length; k++)
        {
            Span<double> row = features.Slice(k * FeatureCount, FeatureCount);
            row[0] = choice.Scores[k];
            AddBeside(_memberOf[index], choice.Places[k], row);
            AddKinds(choice, k, keys, row);
        }
    }

    private void AddClosed((int Open, int Close) pair)
    {
        if (pair.Close - pair.Open - 1 is <= 0 or > QuoteSpan.LongestContent) return;
        _members.Add(new Member(pair.Open, _ends.Count, 1, 1));
        _ends.Add((pair.Close, 1));
        _closedTotal++;
        Count(_members[^1], _closedSums);
    }

    private void AddOpen(int index)
    {
        QuoteChoice choice = _choices[index];
        int first = _ends.Count;
        for (int k = 1; k < choice.Places.Length; k++)
        {
            if (choice.Shares[k] < SmallestShare) continue;
            _ends.Add((choice.Places[k], choice.Shares[k]));
            _openTotal += choice.Shares[k];
        }
        _memberOf[index] = _members.Count;
        _members.Add(new Member(choice.Open, first, _ends.Count - first, 0));
        Count(_members[^1], _openSums);
    }

    private ReadOnlySpan<(int Place, double Share)> EndsOf(Member quote) => CollectionsMarshal.AsSpan(_ends).Slice(quote.FirstEnd, quote.EndCount);

    private void Count(Member quote, Dictionary<uint, double> sums)
    {
        Span<uint> keys = stackalloc uint[KindCount];
        foreach ((int place, double share) in EndsOf(quote))
        {
            FindKeys(quote.Open, place, quote.Width, keys);
            foreach (uint key in keys) if (key != 0) CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += share;
        }
    }

    // 0 stands for what a place has not.
    private void FindKeys(int open, int place, int width, Span<uint> keys)
    {
        ReadOnlySpan<char> content = _text.AsSpan(open + 1, place - open - 1);
        uint last = At(place - 1), before = At(open - 1), next = At(place + width);
        var writer = new FeatureWriter(keys, FirstTemplate);
        writer.Add(QuoteSpan.HashOf(content));
        writer.Add(last, At(place - 2));
        writer.Add((uint)Math.Min(content.Length, LongestLength));
        writer.Add(last);
        writer.Add(next);
        writer.Add(next, At(place + width + 1));
        writer.Add(before, next);
        writer.Add(before, At(open - 2), next);
        if (content.Length < ShortestWithTail) keys[1] = 0;
    }

    // What every quote has (a length, a last and a next character) is a share of all; what few can have is there or not.
    private void AddKinds(QuoteChoice choice, int place, ReadOnlySpan<uint> keys, Span<double> row)
    {
        double ownTotal = 0;
        for (int k = 1; k < choice.Places.Length; k++) ownTotal += Counted(choice, k);
        for (int kind = 0; kind < KindCount; kind++)
        {
            uint key = keys[(place * KindCount) + kind];
            if (key == 0) continue;
            double closed = _closedSums.GetValueOrDefault(key), open = _openSums.GetValueOrDefault(key);
            for (int k = 1; k < choice.Places.Length; k++) if (keys[(k * KindCount) + kind] == key) open -= Counted(choice, k);
            bool isShare = kind is >= FirstShare and <= LastShare;
            row[OwnCount + BesideCount + kind] = closed / (closed + Half);
            row[OwnCount + SideCount + BesideCount + kind] = Math.Max(0, open) / (Math.Max(0, open) + Half);
            if (!isShare) continue;
            row[OwnCount + BesideCount + kind] = closed / (_closedTotal + 1);
            row[OwnCount + SideCount + BesideCount + kind] = Math.Max(0, open) / (_openTotal - ownTotal + 1);
        }
    }

    private static double Counted(QuoteChoice choice, int place) => choice.Shares[place] < SmallestShare ? 0 : choice.Shares[place];

    // “三清单”、“三联动”: quotes in a row are alike.
    private void AddBeside(int member, int place, Span<double> row)
    {
        if (member > 0) AddBeside(_members[member].Open, place, _members[member - 1], row);
        if (member + 1 < _members.Count) AddBeside(_members[member].Open, place, _members[member + 1], row);
    }

    private void AddBeside(int open, int place, Member other, Span<double> row)
    {
        int length = place - open - 1;
        Span<double> side = row.Slice(OwnCount + (other.Width > 0 ? 0 : SideCount), BesideCount);
        foreach ((int end, double share) in EndsOf(other))
        {
            int gap = other.Open < open ? open - end - other.Width : other.Open - place, difference = Math.Abs(end - other.Open - 1 - length);
            if (gap is < 0 or > Far) continue;
            bool near = gap <= Near;
            if (difference == 0) side[near ? 0 : 4] += share;
            if (difference == 1 && near) side[1] += share;
            if (At(place - 1) == At(end - 1)) side[near ? 2 : 5] += share;
            if (At(place) == At(end + other.Width)) side[near ? 3 : 6] += share;
        }
    }

    private uint At(int i) => (uint)i < (uint)_text.Length ? Characters.Fold(_text[i]) : ' ';

    // Width: how many characters its closing quote takes; 0 where it is open.
    private readonly record struct Member(int Open, int FirstEnd, int EndCount, int Width);
}
