using System.Runtime.InteropServices;
using TextRepair.Matching;

namespace TextRepair.Context;

/// <summary>Folds the characters next to a place as <see cref="ContextText"/> does, no more of them than the first look asks for.</summary>
internal static class Neighbours
{
    private const int Reach = FeatureExtractor.NearestReach;

    /// <summary>Finds the words that are read: from the left, at each place the longest.</summary>
    /// <param name="table">The swaps.</param>
    /// <param name="matches">All matches of the table in a text.</param>
    /// <param name="words">Takes, for each match, the number of the last word that begins no later and is read.</param>
    public static void FindWords(SwapTable table, ReadOnlySpan<Match> matches, List<int> words)
    {
        CollectionsMarshal.SetCount(words, matches.Length);
        Span<int> found = CollectionsMarshal.AsSpan(words);
        int word = -1, read = 0;
        for (int first = 0, next; first < matches.Length; first = next)
        {
            for (next = first + 1; next < matches.Length && matches[next].Start == matches[first].Start;) next++;
            if (matches[first].Start >= read) (word, read) = (next - 1, EndOf(table, matches[next - 1]));
            found[first..next].Fill(word);
        }
    }

    /// <summary>Reads the characters on both sides of a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="table">The swaps.</param>
    /// <param name="matches">All matches of the table in the text.</param>
    /// <param name="words">What <see cref="FindWords"/> found among them.</param>
    /// <param name="place">The number of the match.</param>
    /// <param name="window">A window as that of <see cref="Surroundings"/>; only what stands next to its middle is written.</param>
    public static void Read(ReadOnlySpan<char> text, SwapTable table, ReadOnlySpan<Match> matches, ReadOnlySpan<int> words, int place, Span<char> window)
    {
        Match match = matches[place];
        int end = EndOf(table, match);
        window.Slice(Surroundings.Middle - Reach, 2 * Reach).Fill(CharacterClasses.Space);
        ReadLeft(text, table, matches, words, place - 1, match.Start, window[(Surroundings.Middle - Reach)..Surroundings.Middle]);
        ReadRight(text, table, matches, words, place, end, window.Slice(Surroundings.Middle, Reach));
    }

    // From the place outwards.
    private static void ReadLeft(ReadOnlySpan<char> text, SwapTable table, ReadOnlySpan<Match> matches, ReadOnlySpan<int> words, int last, int before, Span<char> left)
    {
        int at = left.Length;
        while (at > 0 && before > 0)
        {
            while (last >= 0 && matches[last].Start >= before) last--;
            int word = last < 0 ? -1 : words[last], read = word < 0 ? 0 : EndOf(table, matches[word]);
            while (at > 0 && before > read)
            {
                char folded = CharacterClasses.Fold(text[--before]);
                if (at == left.Length || left[at] != folded || !CharacterClasses.Runs(folded)) left[--at] = folded;
            }
            if (word < 0 || at == 0) return;
            string disguise = DisguiseOf(table, matches[word]);
            for (int i = Math.Min(before - matches[word].Start, disguise.Length); i > 0 && at > 0; i--) left[--at] = disguise[i - 1];
            before = matches[word].Start;
        }
    }

    private static void ReadRight(ReadOnlySpan<char> text, SwapTable table, ReadOnlySpan<Match> matches, ReadOnlySpan<int> words, int place, int position, Span<char> right)
    {
        int filled = 0, next = place + 1;
        while (next < matches.Length && matches[next].Start < position) next++;
        // The text may be read with a word that goes on behind the place.
        int word = words[next - 1], read = EndOf(table, matches[word]);
        if (read > position) Add(DisguiseOf(table, matches[word]), position - matches[word].Start, right, ref filled);
        position = Math.Max(position, read);
        while (filled < right.Length && position < text.Length)
        {
            while (next < matches.Length && matches[next].Start < position) next++;
            if (next < matches.Length && matches[next].Start == position)
            {
                while (next + 1 < matches.Length && matches[next + 1].Start == position) next++;
                Add(DisguiseOf(table, matches[next]), 0, right, ref filled);
                position = EndOf(table, matches[next]);
                continue;
            }
            char folded = CharacterClasses.Fold(text[position++]);
            if (filled == 0 || right[filled - 1] != folded || !CharacterClasses.Runs(folded)) right[filled++] = folded;
        }
    }

    private static void Add(string disguise, int from, Span<char> right, ref int filled)
    {
        for (int i = from; i < disguise.Length && filled < right.Length; i++) right[filled++] = disguise[i];
    }

    private static int EndOf(SwapTable table, Match match) => match.Start + table.Words[match.Word].Length;

    private static string DisguiseOf(SwapTable table, Match match) => table.DisguiseOf[match.Word] ?? table.Words[match.Word];
}
