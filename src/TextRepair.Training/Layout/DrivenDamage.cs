using System.Text;

namespace TextRepair.Training.Layout;

/// <summary>Drives something into a text at places that are given.</summary>
internal static class DrivenDamage
{
    /// <summary>Damages a text.</summary>
    /// <param name="original">The text as it was before any damage.</param>
    /// <param name="text">The text.</param>
    /// <param name="places">Where something is driven in, ascending, with what it takes the place of, which is put back.</param>
    /// <param name="rule">The name of the rule that undoes it.</param>
    public static DamagedText Drive(string original, string text, IEnumerable<(int Start, int End, string Driven)> places, string rule)
    {
        var damaged = new StringBuilder(text.Length * 2);
        var repairs = new List<TextEdit>();
        int done = 0;
        foreach ((int start, int end, string driven) in places)
        {
            damaged.Append(text, done, start - done);
            repairs.Add(new TextEdit(damaged.Length, driven, text[start..end], EditKind.Layout, 1, rule, "simulated"));
            damaged.Append(driven);
            done = end;
        }
        damaged.Append(text, done, text.Length - done);
        return new DamagedText(original, damaged.ToString(), repairs);
    }
}
