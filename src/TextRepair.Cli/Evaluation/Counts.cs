namespace TextRepair.Cli;

/// <summary>How many edits were right, false and missed.</summary>
internal readonly record struct Counts(int Right, int False, int Missed)
{
    public double Precision => Ratio(Right, Right + False);

    public double Recall => Ratio(Right, Right + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Counts Of(IEnumerable<Place> places) => places.Aggregate(default(Counts), (sum, place) => sum.With(place.Verdict));

    public Counts With(Verdict verdict) => verdict switch
    {
        Verdict.Right => this with { Right = Right + 1 },
        Verdict.Missed => this with { Missed = Missed + 1 },
        Verdict.Wrong => this with { Missed = Missed + 1, False = False + 1 },
        _ => this with { False = False + 1 },
    };

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
