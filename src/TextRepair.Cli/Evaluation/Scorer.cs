using System.Text;

namespace TextRepair.Cli;

/// <summary>Counts edits against an answer: an edit is right when the text it yields over its region is the answer's.</summary>
/// <remarks>
/// Regions grow over all edits that touch them on either side, so 推开工程 → 推进项目 is the same as two edits of two
/// characters. Edits near a place that is unsure do not count, unless they replace more than <see cref="Forgiven"/> characters.
/// </remarks>
internal sealed class Scorer
{
    private const int Forgiven = 12;
    private const int Shown = 8;

    private readonly string[] _text;
    private readonly IReadOnlyList<CodePointEdit> _gold;
    private readonly IReadOnlyList<CodePointEdit> _unsure;
    private readonly CodePointEdit[] _mine;
    private readonly HashSet<int> _used = [];
    private readonly List<Place> _places = [];

    private Scorer(string text, Answer answer, IEnumerable<CodePointEdit> edits)
    {
        _text = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        (_gold, _unsure) = (answer.Edits, answer.Unsure);
        _mine = [.. edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length).ThenBy(edit => edit.Replacement, StringComparer.Ordinal)];
    }

    /// <summary>Scores the edits of one text.</summary>
    public static IReadOnlyList<Place> Score(string text, Answer answer, IEnumerable<CodePointEdit> edits)
    {
        var scorer = new Scorer(text, answer, edits);
        foreach (CodePointEdit gold in answer.Edits) scorer.ScoreGold(gold);
        scorer.ScoreRest();
        return scorer._places;
    }

    private void ScoreGold(CodePointEdit gold)
    {
        (int start, int end) = (gold.Start, gold.End);
        var mine = new List<int>();
        for (int i = 0; i < _mine.Length; i++)
            if (Touches(Math.Max(0, start - 1), end + 1, _mine[i])) Take(i, mine, ref start, ref end);
        // What else the answer does here; a place that is taken in must be right as a whole.
        (int regionStart, int regionEnd) = (start, end);
        foreach (CodePointEdit near in _gold.Where(edit => edit.Start >= start - 2 && edit.End <= end + 2))
            (regionStart, regionEnd) = (Math.Min(regionStart, near.Start), Math.Max(regionEnd, near.End));
        for (int i = 0; i < _mine.Length; i++)
            if (!mine.Contains(i) && Touches(regionStart, regionEnd, _mine[i])) Take(i, mine, ref regionStart, ref regionEnd);
        if (end - start <= Forgiven && _unsure.Any(place => Touches(start, end, place)))
        {
            _used.UnionWith(mine);
            return;
        }
        Judge(gold, mine, regionStart, regionEnd);
    }

    private void Take(int i, List<int> mine, ref int start, ref int end)
    {
        mine.Add(i);
        (start, end) = (Math.Min(start, _mine[i].Start), Math.Max(end, _mine[i].End));
    }

    private void Judge(CodePointEdit gold, List<int> mine, int start, int end)
    {
        string pair = $"{Text(gold.Start, gold.End)}→{gold.Replacement}";
        if (Apply(mine.Select(i => _mine[i]), start, end) == Apply(_gold, start, end))
        {
            _used.UnionWith(mine);
            EditKind kind = mine.Count > 0 ? _mine[mine[0]].Kind : gold.Kind;
            _places.Add(new Place(Verdict.Right, pair, kind, Show(gold)));
            return;
        }
        _used.UnionWith(mine.Where(i => Touches(gold.Start, gold.End, _mine[i])));
        _places.Add(new Place(mine.Count == 0 ? Verdict.Missed : Verdict.Wrong, pair, gold.Kind, Show(gold)));
    }

    private void ScoreRest()
    {
        for (int i = 0; i < _mine.Length; i++)
        {
            CodePointEdit edit = _mine[i];
            if (_used.Contains(i)) continue;
            if (edit.Length <= Forgiven && _unsure.Any(place => place.Start - 2 <= edit.Start && edit.End <= place.End + 2)) continue;
            if (Text(edit.Start, edit.End) == edit.Replacement) continue;
            _places.Add(new Place(Verdict.False, $"{Text(edit.Start, edit.End)}→{edit.Replacement}", edit.Kind, Show(edit)));
        }
    }

    private static bool Touches(int start, int end, CodePointEdit edit) =>
        (start < edit.End && edit.Start < end)
        || (start == end && edit.Start <= start && start <= edit.End)
        || (edit.Length == 0 && start <= edit.Start && edit.Start <= end);

    private string Apply(IEnumerable<CodePointEdit> edits, int start, int end)
    {
        var result = new StringBuilder();
        int at = start;
        foreach (CodePointEdit edit in edits.Where(edit => edit.Start >= start && edit.End <= end).OrderBy(edit => edit.Start))
        {
            result.Append(Text(at, edit.Start)).Append(edit.Replacement);
            at = edit.End;
        }
        return result.Append(Text(at, end)).ToString();
    }

    private string Text(int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, _text.Length), Math.Clamp(end, 0, _text.Length));
        return start < end ? string.Concat(_text[start..end]) : "";
    }

    private string Show(CodePointEdit edit) =>
        $"{Text(edit.Start - Shown, edit.Start)}[{Text(edit.Start, edit.End)}→{edit.Replacement}]{Text(edit.End, edit.End + Shown)}".ReplaceLineEndings("⏎");
}
