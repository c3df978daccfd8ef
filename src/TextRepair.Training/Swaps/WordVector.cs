namespace TextRepair.Training.Swaps;

/// <summary>What stands beside a word, as a vector of length one.</summary>
/// <param name="Weights">The weights by feature, features in ascending order.</param>
internal readonly record struct WordVector((int Feature, float Weight)[] Weights)
{
    /// <summary>Weighs counts by positive pointwise mutual information, small counts less (Pantel and Lin 2002).</summary>
    /// <param name="counts">How often the word has each feature.</param>
    /// <param name="totals">How often all words have each feature.</param>
    /// <param name="all">The sum of <paramref name="totals"/>.</param>
    public static WordVector Create(Dictionary<int, int> counts, double[] totals, double all)
    {
        double own = counts.Values.Sum(count => (double)count), square = 0;
        var weights = new List<(int Feature, double Weight)>();
        foreach ((int feature, int count) in counts.OrderBy(entry => entry.Key))
        {
            double rarer = Math.Min(own, totals[feature]);
            double weight = Math.Log(count * all / (own * totals[feature])) * (count / (count + 1.0)) * (rarer / (rarer + 1));
            if (weight <= 0) continue;
            weights.Add((feature, weight));
            square += weight * weight;
        }
        double length = Math.Sqrt(square + 1e-9);
        return new WordVector([.. weights.Select(entry => (entry.Feature, (float)(entry.Weight / length)))]);
    }

    /// <summary>Adds the products with other vectors, which are kept by feature.</summary>
    public void AddTo(float[] similar, List<(int Word, float Weight)>[] index)
    {
        foreach ((int feature, float weight) in Weights)
            foreach ((int word, float other) in index[feature]) similar[word] += weight * other;
    }
}
