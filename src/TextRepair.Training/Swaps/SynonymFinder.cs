using System.Buffers;
using System.Runtime.InteropServices;

namespace TextRepair.Training.Swaps;

/// <summary>Finds words that stand in the same places of clean text: what a swapper may put for a word.</summary>
/// <remarks>
/// A word is a vector of what stands on its left and on its right, weighed by positive pointwise mutual information; similarity
/// is the cosine (Turney and Pantel 2010). Only words that are at least twice as frequent are originals of a word: the others
/// a swapper would not make conspicuous.
/// </remarks>
internal sealed class SynonymFinder(WordStream stream)
{
    private const int FewestOfSuspect = 8, FewestOfOriginal = 2000;
    private const int Contexts = 4000, Sides = 2, Features = Sides * (Contexts + 2);
    private const int MostOfSuspect = 4;
    private const double FromShared = 0.15, FromCount = 0.01, LeastSimilarity = 0.02;

    // What has a numeral, a pronoun or a kind of place in it names another thing, and no synonym: 全县 is not 全国.
    private static readonly SearchValues<char> Excluded = SearchValues.Create("一二三四五六七八九十百千万亿两几半零第每这那某国省市县区乡镇村州");

    /// <summary>Finds the pairs.</summary>
    /// <param name="most">How many to keep, the likeliest.</param>
    public List<WordPair> Find(int most)
    {
        int[] rows = [.. Enumerable.Range(0, stream.Words.Count).Where(IsSuspect).OrderBy(word => stream.Words[word], StringComparer.Ordinal)];
        WordVector[] vectors = Vectors(rows);
        int[] originals = [.. Enumerable.Range(0, rows.Length).Where(row => stream.Counts[rows[row]] >= FewestOfOriginal)];
        List<(int Original, float Weight)>[] index = Index(vectors, originals);
        var pairs = new List<WordPair>();
        float[] similar = new float[originals.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            vectors[row].AddTo(similar, index);
            AddBest(rows, row, originals, similar, pairs);
            Array.Clear(similar);
        }
        return [.. pairs.OrderByDescending(Likelihood).ThenBy(pair => pair.Suspect, StringComparer.Ordinal).ThenBy(pair => pair.Original, StringComparer.Ordinal).Take(most)];
    }

    private bool IsSuspect(int word) =>
        stream.Words[word].Length == 2 && stream.Counts[word] >= FewestOfSuspect && stream.Words[word].AsSpan().IndexOfAny(Excluded) < 0;

    private double Likelihood(WordPair pair) => pair.Similarity + (pair.SharesCharacter ? FromShared : 0) + pair.FromCount;

    private void AddBest(int[] rows, int row, int[] originals, float[] similar, List<WordPair> pairs)
    {
        int count = stream.Counts[rows[row]];
        string suspect = stream.Words[rows[row]];
        pairs.AddRange(Enumerable.Range(0, originals.Length)
            .Where(o => similar[o] > LeastSimilarity && originals[o] != row && stream.Counts[rows[originals[o]]] >= 2 * count)
            .Select(o => new WordPair(suspect, stream.Words[rows[originals[o]]], similar[o], FromCount * Math.Log(count)))
            .OrderByDescending(Likelihood).ThenBy(pair => pair.Original, StringComparer.Ordinal)
            .Take(MostOfSuspect));
    }

    private WordVector[] Vectors(int[] rows)
    {
        int[] rowOf = new int[stream.Words.Count];
        Array.Fill(rowOf, -1);
        for (int row = 0; row < rows.Length; row++) rowOf[rows[row]] = row;
        Dictionary<int, int>[] counts = [.. rows.Select(_ => new Dictionary<int, int>())];
        Count(rowOf, ContextOf(), counts);
        double[] totals = new double[Features];
        foreach (Dictionary<int, int> row in counts) foreach ((int feature, int count) in row) totals[feature] += count;
        double all = totals.Sum();
        return [.. counts.Select(row => WordVector.Create(row, totals, all))];
    }

    private void Count(int[] rowOf, int[] contextOf, Dictionary<int, int>[] counts)
    {
        ReadOnlySpan<int> numbers = CollectionsMarshal.AsSpan(stream.Numbers);
        for (int i = 1; i + 1 < numbers.Length; i++)
        {
            if (numbers[i] < 0 || rowOf[numbers[i]] is not (>= 0 and var row)) continue;
            Add(counts[row], Context(contextOf, numbers[i - 1]), 0);
            Add(counts[row], Context(contextOf, numbers[i + 1]), Features / Sides);
        }
    }

    private static void Add(Dictionary<int, int> row, int context, int side)
    {
        if (context >= 0) CollectionsMarshal.GetValueRefOrAddDefault(row, context + side, out _)++;
    }

    private static int Context(int[] contextOf, int number) => number < 0 ? Contexts - 1 - number : contextOf[number];

    // The most frequent words are contexts; the rest say too little.
    private int[] ContextOf()
    {
        int[] contextOf = new int[stream.Words.Count];
        Array.Fill(contextOf, -1);
        int[] frequent = [.. Enumerable.Range(0, stream.Words.Count).OrderByDescending(word => stream.Counts[word]).ThenBy(word => stream.Words[word], StringComparer.Ordinal).Take(Contexts)];
        for (int i = 0; i < frequent.Length; i++) contextOf[frequent[i]] = i;
        return contextOf;
    }

    private static List<(int Original, float Weight)>[] Index(WordVector[] vectors, int[] originals)
    {
        List<(int, float)>[] index = [.. Enumerable.Range(0, Features).Select(_ => new List<(int, float)>())];
        for (int o = 0; o < originals.Length; o++)
            foreach ((int feature, float weight) in vectors[originals[o]].Weights) index[feature].Add((o, weight));
        return index;
    }
}
