using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Weighs whether lines that say the same are running titles or stand in the text: headings, refrains, heads of tables.</summary>
/// <remarks>
/// The text ends before a heading and begins anew after it, while a page ends anywhere: with a paragraph too, but how often differs
/// from text to text. So a place either tells nothing or what the model of continuity says, and shares of either kind are
/// averaged over. Places with the same text beside them count once. Beside repeated lines of clean text the model says once in a
/// hundred places that the text runs on; of 10,500 groups of them five come to more than four nats.
/// </remarks>
internal static class TitleEvidence
{
    /// <summary>What the model of continuity says where it knows nothing, in its own measure: no evidence.</summary>
    public const double Unknown = 0.5;

    /// <summary>How much it says against a line that it is more often something else.</summary>
    public const double Other = 4.5;

    /// <summary>What lines need in a text that has running titles.</summary>
    public const double NeededOfMore = 1.5;

    // What shows that a text has any, and what places with numbers need to say.
    private const double Needed = 4.3, NeededOfNumbered = 1;

    // In clean text log-odds of 1.5 beside a repeated line say 3, and those of 2.5 say 4.5: log-odds of the model are doubled.
    private const double Slope = 2, Largest = 4;

    // Between headings without punctuation the text seems to run on a little everywhere; three texts of a hundred are like that.
    private const double BesideHeadings = 2.6, Rare = 3.5;

    // Without one such place, or the form of a number, no more than this comes of numbers and distances.
    private const double LeastOfOne = 1;

    private const double Ascending = 1, AtStart = 1.2;
    private const int Beside = 6;

    private static readonly double[] Shares = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95];

    /// <summary>Tells how much evidence the lines of a text need; <see langword="null"/> where it has no running titles.</summary>
    public static double? NeededOf(List<TitleChain> chains)
    {
        double first = double.NegativeInfinity, second = double.NegativeInfinity;
        foreach (TitleChain chain in chains)
        {
            if (chain.Evidence > first) (first, second) = (chain.Evidence, first);
            else second = Math.Max(second, chain.Evidence);
        }
        // Those of left and of right pages: each may be one or not, and the best two of many look better than they are.
        bool hasTwo = second >= NeededOfMore && first + second - Math.Log(4 * (chains.Count - 1)) >= Needed;
        return first >= Needed || hasTwo ? NeededOfMore : null;
    }

    /// <summary>Weighs the places of one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="chain">The blocks of the line, ascending.</param>
    /// <returns>Natural log-odds that it is a running title; negative infinity where it is what brackets hold or a paragraph is said again.</returns>
    public static double Of(string text, List<TitleBlock> chain) =>
        chain.Exists(block => block.Evidence > LeastOfOne || block.Numbers.FormEvidence > 0) ? Sum(text, chain, OfPlaces(text, chain)) : double.NegativeInfinity;

    /// <summary>Weighs places with the numbers of pages, whatever lines stand beside them: headings do too, where pages begin with them.</summary>
    public static double OfNumbered(string text, List<TitleBlock> chain) =>
        chain.Count > 0 && Ascend(chain) && OfPlaces(text, chain) is var places and >= NeededOfNumbered ? Sum(text, chain, places) : double.NegativeInfinity;

    private static double Sum(string text, List<TitleBlock> chain, double places)
    {
        if (chain.Exists(block => block.IsHeld)) return double.NegativeInfinity;
        double sum = places + OfDistances(chain);
        if (Ascend(chain)) sum += Ascending + chain.Max(block => block.Numbers.FormEvidence);
        // It is the title of the document.
        return chain[0].Start == 0 ? sum + AtStart : sum;
    }

    /// <summary>Tells whether the first of the places may be the heading that running titles repeat.</summary>
    public static bool BeginsWithHeading(string text, List<TitleBlock> chain) =>
        chain.Count > 1 && (chain[0].Start == 0 || ((chain[0].Evidence < Unknown || Characters.EndsSentence(text[chain[0].Start - 1])) && !chain[1].Numbers.Follow(chain[0].Numbers)));

    private static double OfPlaces(string text, List<TitleBlock> chain)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        var right = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new List<double>();
        int again = 0, weighed = 0;
        foreach (TitleBlock block in chain.Skip(BeginsWithHeading(text, chain) ? 1 : 0))
        {
            if (IsOutside(text, block)) continue;
            weighed++;
            double evidence = Slope * (block.Evidence - Unknown);
            string before = text[Math.Max(0, block.Start - Beside)..block.Start], after = text[block.End..Math.Min(text.Length, block.End + Beside)];
            if (left.TryGetValue(before, out int same) || right.TryGetValue(after, out same))
            {
                places[same] = Math.Min(places[same], evidence);
                again++;
                continue;
            }
            left[before] = right[after] = places.Count;
            places.Add(evidence);
        }
        return places.Count == 0 || again * 2 > weighed ? double.NegativeInfinity : Math.Min(Average(places, 0), Average(places, BesideHeadings) + Rare);
    }

    private static bool IsOutside(string text, TitleBlock block) => block.Start == 0 || block.End == text.Length;

    // The mean over how many of the pages end in mid sentence.
    private static double Average(List<double> places, double less)
    {
        double mean = 0;
        foreach (double share in Shares)
        {
            double product = 0;
            foreach (double evidence in places) product += Math.Log((share * Math.Exp(Math.Min(Largest, evidence - less))) + 1 - share);
            mean += Math.Exp(Math.Min(product, 300)) / Shares.Length;
        }
        return Math.Log(mean);
    }

    // Pages are about equally long; headings are not.
    private static double OfDistances(List<TitleBlock> chain)
    {
        int gaps = chain.Count - 1;
        if (gaps < 2) return 0;
        double mean = (double)(chain[^1].Start - chain[0].Start) / gaps, squares = 0;
        for (int i = 1; i <= gaps; i++)
        {
            double beyond = chain[i].Start - chain[i - 1].Start - mean;
            squares += beyond * beyond;
        }
        double variation = Math.Sqrt(squares / gaps) / mean;
        return Math.Clamp((0.4 - variation) * Math.Min(gaps, 5) * 1.5, -1, 2);
    }

    // A page, or two where titles alternate, from one to the next.
    private static bool Ascend(List<TitleBlock> chain)
    {
        int first = 0, last = 0, steps = 0;
        for (int i = chain[0].Start == 0 ? 2 : 1; i < chain.Count; i++)
        {
            steps++;
            if (PageNumbers.Follows(chain[i - 1].Numbers.First, chain[i].Numbers.First)) first++;
            if (PageNumbers.Follows(chain[i - 1].Numbers.Last, chain[i].Numbers.Last)) last++;
        }
        return steps > 0 && Math.Max(first, last) * 5 >= steps * 4;
    }
}
