namespace TextRepair.Training.Ocr;

/// <summary>Aligns two texts character by character, by the fewest insertions, deletions and substitutions.</summary>
internal static class CharacterAlignment
{
    /// <summary>Finds for each character of one text the character of the other it became.</summary>
    /// <param name="truth">The text as it should be.</param>
    /// <param name="seen">The text as it is.</param>
    /// <returns>For each position of <paramref name="truth"/> the position in <paramref name="seen"/>, or −1 where it was lost.</returns>
    /// <remarks>Memory is one byte per pair of positions: meant for passages, not books.</remarks>
    public static int[] Align(ReadOnlySpan<char> truth, ReadOnlySpan<char> seen)
    {
        int width = seen.Length + 1;
        byte[] steps = new byte[(truth.Length + 1) * width];
        Fill(truth, seen, steps);
        int[] aligned = new int[truth.Length];
        Array.Fill(aligned, -1);
        for (int i = truth.Length, j = seen.Length; i > 0 || j > 0;)
        {
            byte step = i == 0 ? (byte)2 : j == 0 ? (byte)1 : steps[i * width + j];
            if (step == 0) aligned[i - 1] = j - 1;
            if (step != 2) i--;
            if (step != 1) j--;
        }
        return aligned;
    }

    /// <summary>Aligns two texts as <see cref="Align"/> does, white space left out.</summary>
    /// <returns>For each position of <paramref name="truth"/> the position in <paramref name="seen"/>, or −1 where it was lost or is white space.</returns>
    public static int[] AlignLetters(string truth, string seen)
    {
        int[] fromTruth = Letters(truth), fromSeen = Letters(seen);
        int[] letters = Align(Pick(truth, fromTruth), Pick(seen, fromSeen));
        int[] aligned = new int[truth.Length];
        Array.Fill(aligned, -1);
        for (int i = 0; i < letters.Length; i++)
            if (letters[i] >= 0) aligned[fromTruth[i]] = fromSeen[letters[i]];
        return aligned;
    }

    private static int[] Letters(string text) => [.. Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i]))];

    private static string Pick(string text, int[] places) => string.Concat(places.Select(i => text[i]));

    /// <summary>Counts the insertions, deletions and substitutions between two texts.</summary>
    public static int Distance(ReadOnlySpan<char> truth, ReadOnlySpan<char> seen) => Fill(truth, seen, null);

    private static int Fill(ReadOnlySpan<char> truth, ReadOnlySpan<char> seen, byte[]? steps)
    {
        int[] row = new int[seen.Length + 1];
        for (int j = 0; j <= seen.Length; j++) row[j] = j;
        for (int i = 1; i <= truth.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= seen.Length; j++)
            {
                int change = diagonal + (truth[i - 1] == seen[j - 1] ? 0 : 1);
                int lost = row[j] + 1, added = row[j - 1] + 1;
                diagonal = row[j];
                byte step = 0;
                int best = change;
                if (lost < best) (best, step) = (lost, 1);
                if (added < best) (best, step) = (added, 2);
                row[j] = best;
                if (steps != null) steps[i * (seen.Length + 1) + j] = step;
            }
        }
        return row[^1];
    }
}
