using TextRepair.Matching;

namespace TextRepair.Context;

/// <summary>Folds the characters next to a place as <see cref="ContextText"/> does, no more of them than the first look asks for.</summary>
internal static class Neighbours
{
    private const int Reach = FeatureExtractor.NearestReach;

    /// <summary>Reads the characters on both sides of a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="table">The swaps.</param>
    /// <param name="matches">All matches of the table in the text.</param>
    /// <param name="place">The number of the match.</param>
    /// <param name="window">A window as that of <see cref="Surroundings"/>; only what stands next to its middle is written.</param>
    public static void Read(ReadOnlySpan<char> text, SwapTable table, ReadOnlySpan<Match> matches, int place, Span<char> window)
    {
        Match match = matches[place];
        int end = EndOf(table, match);
        window.Slice(Surroundings.Middle - Reach, 2 * Reach).Fill(CharacterClasses.Space);
        ReadLeft(text, table, matches, place - 1, match.Start, window[(Surroundings.Middle - Reach)..Surroundings.Middle]);
        ReadRight(text, table, matches, place, end, window.Slice(Surroundings.Middle, Reach));
    }

    // From the place outwards.
    private static void ReadLeft(ReadOnlySpan<char> text, SwapTable table, ReadOnlySpan<Match> matches, int last, int before, Span<char> left)
    {
        int at = left.Length;
        while (at > 0 && before > 0)
        {
            while (last >= 0 && matches[last].Start >= before) last--;
            int word = WordOf(table, matches, last, out int read);
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

    private static void ReadRight(ReadOnlySpan<char> text, SwapTable table, ReadOnlySpan<Match> matches, int word, int position, Span<char> right)
    {
        int filled = 0, next = word + 1;
        while (next < matches.Length && matches[next].Start < position) next++;
        // The text may be read with a word that goes on behind the place.
        word = WordOf(table, matches, next - 1, out int read);
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

    // The text is read from the left, at each place with the longest word. Finds the last word that is read so, up to a
    // match; -1 where there is none. Behind it there are single characters.
    private static int WordOf(SwapTable table, ReadOnlySpan<Match> matches, int last, out int read)
    {
        int word = -1, i = last;
        read = 0;
        // Where words overlap, what is read depends on those before.
        while (i > 0 && EndOf(table, matches[i - 1]) > matches[i].Start) i--;
        for (; i >= 0 && i <= last; i++)
        {
            if (matches[i].Start < read) continue;
            while (i < last && matches[i + 1].Start == matches[i].Start) i++;
            (word, read) = (i, EndOf(table, matches[i]));
        }
        return word;
    }

    private static int EndOf(SwapTable table, Match match) => match.Start + table.Words[match.Word].Length;

    private static string DisguiseOf(SwapTable table, Match match) => table.DisguiseOf[match.Word] ?? table.Words[match.Word];
}
