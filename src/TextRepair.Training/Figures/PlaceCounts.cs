using System.Globalization;

namespace TextRepair.Training;

/// <summary>How many places were repaired, how many edits were wrong, how many places were missed.</summary>
internal readonly record struct PlaceCounts(int Right, int Wrong, int Missed)
{
    public double Precision => Right / Math.Max(1.0, Right + Wrong);

    public double Recall => Right / Math.Max(1.0, Right + Missed);

    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    public static PlaceCounts operator +(PlaceCounts a, PlaceCounts b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}");
}
