using System.Buffers;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Goes over the quotes of a text once and notes those that do not pair up.</summary>
internal sealed class QuoteScan(string text, KnownQuotes known)
{
    // A quote that was typed the wrong way round is a writer's slip: only where the model has no doubt is it turned.
    private const double SureOfForm = 0.96, DoubtOfForm = 0.2, SureOfEnd = 0.8;
    private const int Context = 300;

    private static readonly SearchValues<char> Marks = SearchValues.Create("“”〝〞");

    private readonly List<int> _marks = [], _strange = [];
    private bool _endsPair;
    private int _endOfDoubt = -1;

    /// <summary>Gets how many quotes are opened and closed.</summary>
    public int Pairs { get; private set; }

    /// <summary>Gets the opening quotes without an end, conventions left out.</summary>
    public List<int> Unclosed { get; } = [];

    /// <summary>Gets where each of them may end.</summary>
    public List<QuoteChoice> Choices { get; } = [];

    /// <summary>Gets the quotes that are opened and closed as they should be.</summary>
    public List<(int Open, int Close)> Closed { get; } = [];

    /// <summary>Gets those of them that may be the end of another quote, typed the wrong way round: where they end cannot be said.</summary>
    public HashSet<int> Doubtful { get; } = [];

    /// <summary>Gets quotes of the wrong form, and the right one.</summary>
    public List<(int Place, char Right)> WrongForms { get; } = [];

    /// <summary>Tells whether no other mark near an open quote is without its half; where one is, marks may have been typed the wrong way round.</summary>
    public bool IsAlone(int open)
    {
        int next = _strange.BinarySearch(open + 1), previous = _strange.BinarySearch(open);
        next = next < 0 ? ~next : next;
        previous = (previous < 0 ? ~previous : previous) - 1;
        return (next == _strange.Count || !IsNear(open, _strange[next])) && (previous < 0 || !IsNear(_strange[previous], open));
    }

    /// <summary>Reads the text.</summary>
    public void Run()
    {
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAny(Marks); i >= 0;)
        {
            _marks.Add(i);
            int next = all[(i + 1)..].IndexOfAny(Marks);
            i = next < 0 ? -1 : i + 1 + next;
        }
        for (int k = 0; k < _marks.Count;)
        {
            int taken = Quotes.IsOpening(text[_marks[k]]) ? TakeOpening(k) : TakeClosing(k);
            _endsPair = taken == 2;
            if (!_endsPair) _strange.Add(_marks[k]);
            // The half of another quote, as likely as not.
            else if (!IsNear(_marks[k], _marks[k + 1])) _strange.Add(_marks[k + 1]);
            k += taken;
        }
    }

    private int TakeOpening(int k)
    {
        int open = _marks[k];
        bool doubt = open == _endOfDoubt;
        QuoteChoice? choice = null;
        if (k + 1 < _marks.Count)
        {
            int next = _marks[k + 1];
            if (!Quotes.IsOpening(text[next])) return TakePair(open, next);
            if (MayPair(open, next))
            {
                choice = known.FindEnds(text, open);
                double pair = IsSureToEndBefore(choice.Best, next) ? 0 : ProbabilityOfPair(open, next);
                if (pair >= SureOfForm) return Turn(open, next);
                // It may be one all the same, and then no closing quote is missing.
                doubt |= pair >= DoubtOfForm;
                if (pair >= DoubtOfForm) _endOfDoubt = next;
            }
            // A quote of several paragraphs is opened anew at each of them and closed once: a convention, not damage.
            if (BeginsLine(next)) return 1;
        }
        if (IsClosedOtherwise(open, k + 1 < _marks.Count ? _marks[k + 1] : text.Length)) return 1;
        Unclosed.Add(open);
        Choices.Add(choice ?? known.FindEnds(text, open));
        // ““甲““ doubles its marks, ”甲“ has the end first, and no quote begins with a comma.
        if (doubt || IsMark(open - 1) || IsMark(open + 1) || FollowsClosing(k) || PrecedesStop(open)) Doubtful.Add(open);
        return 1;
    }

    private bool PrecedesStop(int open) =>
        open + 1 < text.Length && text[open + 1] is var next && next != '…' && (Characters.IsComma(next) || Characters.EndsSentence(next) || next is '）' or ')');

    private bool FollowsClosing(int k) =>
        k > 0 && !_endsPair && !Quotes.IsOpening(text[_marks[k - 1]]) && !text.AsSpan(_marks[k - 1], _marks[k] - _marks[k - 1]).Contains('\n');

    private bool IsNear(int from, int to) => to - from <= QuoteSpan.LongestContent && !text.AsSpan(from, to - from).Contains('\n');

    private int TakeClosing(int k)
    {
        if (text[_marks[k]] == '〞' && FindStraight(k) is var open and >= 0)
        {
            MendStraight(open, _marks[k]);
            return 1;
        }
        int next = k + 1 < _marks.Count ? _marks[k + 1] : -1;
        // At the start of a line it closes what was said before the text was cut.
        return next >= 0 && !BeginsLine(_marks[k]) && ProbabilityOfPair(_marks[k], next) >= SureOfForm ? Turn(_marks[k], next) : 1;
    }

    // "甲〞: the straight quote before a mark that closes, when all before it on the line are paired; -1 where there is none.
    private int FindStraight(int k)
    {
        int end = _marks[k], start = Math.Max(end - QuoteSpan.LongestContent, k > 0 ? _marks[k - 1] + 1 : 0);
        ReadOnlySpan<char> before = text.AsSpan(start, end - start);
        before = before[(before.LastIndexOfAny('\n', '\r') + 1)..];
        return before.Count('"') % 2 == 1 ? end - before.Length + before.LastIndexOf('"') : -1;
    }

    // Both become what the document writes elsewhere.
    private void MendStraight(int open, int close)
    {
        bool curly = text.Contains('“', StringComparison.Ordinal);
        if (curly) WrongForms.Add((open, '“'));
        WrongForms.Add((close, curly ? '”' : '"'));
        if (curly) Pairs++;
    }

    private int TakePair(int open, int close)
    {
        Pairs++;
        Closed.Add((open, close));
        if (text[open] == '“' && text[close] == '〞') WrongForms.Add((close, '”'));
        if (text[open] == '〝' && text[close] == '”') WrongForms.Add((open, '“'));
        return 2;
    }

    private int Turn(int open, int close)
    {
        Pairs++;
        if (text[open] != '“') WrongForms.Add((open, '“'));
        if (text[close] != '”') WrongForms.Add((close, '”'));
        return 2;
    }

    private bool MayPair(int open, int close)
    {
        if (close <= open + 1 || close - open > QuoteSpan.LongestContent || text.AsSpan(open, close - open).Contains('\n')) return false;
        // ““甲““: doubled marks are a custom of their own, and turning one of them mends nothing.
        return !IsMark(open - 1) && !IsMark(open + 1) && !IsMark(close - 1) && !IsMark(close + 1);
    }

    private static bool IsSureToEndBefore(QuoteEnd end, int next) => end.Place >= 0 && end.Place < next && end.Probability >= SureOfEnd;

    // Asks the model as if the first mark opened the quote and the second had been lost.
    private double ProbabilityOfPair(int open, int close)
    {
        if (!MayPair(open, close)) return 0;
        int start = Math.Max(0, open - Context), end = Math.Min(text.Length, close + Context);
        string asIf = string.Concat(text.AsSpan(start, open - start), "“", text.AsSpan(open + 1, close - open - 1), text.AsSpan(close + 1, end - close - 1));
        QuoteEnd found = known.FindEnds(asIf, open - start).Best;
        return found.Place == close - start ? found.Probability : 0;
    }

    private bool IsMark(int i) => (uint)i < (uint)text.Length && Marks.Contains(text[i]);

    // “…", “…’’ and “…’ are closed, if not well.
    private bool IsClosedOtherwise(int open, int limit)
    {
        ReadOnlySpan<char> rest = text.AsSpan(open + 1, Math.Min(limit - open - 1, QuoteSpan.LongestContent));
        return rest.Contains('"') || rest.Contains('＂') || rest.IndexOf("’’") >= 0 || rest.IndexOf("''") >= 0 || IsClosedBySingle(rest);
    }

    private static bool IsClosedBySingle(ReadOnlySpan<char> rest)
    {
        int close = rest.IndexOf('’');
        return close > 0 && Characters.IsHan(rest[close - 1]) && !rest[..close].Contains('‘');
    }

    private bool BeginsLine(int i)
    {
        const int MostBlanks = 8;
        for (int k = i - 1; k >= 0 && k > i - MostBlanks; k--)
        {
            if (text[k] is '\n' or '\r') return true;
            if (!char.IsWhiteSpace(text[k])) return false;
        }
        return i < MostBlanks;
    }
}
