namespace TextRepair.Training.Ocr;

/// <summary>The distinct n-grams of one length, sorted, each with its count and its number of left neighbours.</summary>
internal sealed class NgramCounts
{
    /// <summary>Bits of one token in a key; the first token is the highest.</summary>
    public const int Bits = 13;

    public const ulong TokenMask = (1 << Bits) - 1;

    private NgramCounts(int length, ulong[] keys, int[] counts, int[] kneserNey) =>
        (Length, Keys, Counts, KneserNey) = (length, keys, counts, kneserNey);

    /// <summary>Gets the number of tokens of each n-gram.</summary>
    public int Length { get; }

    /// <summary>Gets the n-grams, ascending.</summary>
    public ulong[] Keys { get; }

    /// <summary>Gets how often each occurs.</summary>
    public int[] Counts { get; }

    /// <summary>Gets what Kneser and Ney count: occurrences of the longest n-grams, different left neighbours of the others.</summary>
    /// <remarks>An n-gram at the start of a paragraph has no left neighbour; its occurrences are counted.</remarks>
    public int[] KneserNey { get; }

    /// <summary>Counts the longest n-grams.</summary>
    /// <param name="length">Their number of tokens.</param>
    /// <param name="keys">Every occurrence; sorted by this method.</param>
    public static NgramCounts Longest(int length, ulong[] keys)
    {
        Array.Sort(keys);
        int distinct = 0;
        for (int i = 0; i < keys.Length; i++)
            if (i == 0 || keys[i] != keys[i - 1]) distinct++;
        ulong[] unique = new ulong[distinct];
        int[] counts = new int[distinct];
        int at = -1;
        for (int i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) unique[++at] = keys[i];
            counts[at]++;
        }
        return new NgramCounts(length, unique, counts, counts);
    }

    /// <summary>Counts the n-grams one shorter, from their one-longer forms and from those that start a paragraph.</summary>
    /// <param name="starts">Every n-gram of the shorter length that starts with a boundary.</param>
    public NgramCounts Shorter(ulong[] starts)
    {
        ulong mask = (1UL << (Bits * (Length - 1))) - 1;
        ulong[] keys = new ulong[Keys.Length + starts.Length];
        int[] counts = new int[keys.Length];
        for (int i = 0; i < Keys.Length; i++) (keys[i], counts[i]) = (Keys[i] & mask, Counts[i]);
        for (int i = 0; i < starts.Length; i++) (keys[Keys.Length + i], counts[Keys.Length + i]) = (starts[i], 1);
        Array.Sort(keys, counts);
        int distinct = 0;
        for (int i = 0; i < keys.Length; i++)
            if (i == 0 || keys[i] != keys[i - 1]) distinct++;
        ulong[] unique = new ulong[distinct];
        int[] sums = new int[distinct], neighbours = new int[distinct];
        int at = -1;
        for (int i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) unique[++at] = keys[i];
            sums[at] += counts[i];
            neighbours[at]++;
        }
        // One key stands once per left neighbour, and once per occurrence where a paragraph starts.
        return new NgramCounts(Length - 1, unique, sums, neighbours);
    }
}
