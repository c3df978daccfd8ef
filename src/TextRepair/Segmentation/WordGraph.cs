using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextRepair.Segmentation;

/// <summary>The words of a text as a graph, and the most probable way through it.</summary>
/// <remarks>
/// The algorithm is the published one of jieba: every word of the lexicon is an edge, a character that is no word is an edge
/// priced as the rarest word, and the cheapest path wins. It is walked forwards: where no word reaches across a position all
/// paths meet, so everything before is decided and written. Such chains are a few characters long, and the buffers are small and fixed.
/// </remarks>
internal ref partial struct WordGraph
{
    /// <summary>Room for one chain. A longer one (it takes hundreds of characters of overlapping words) is decided in overlapping parts.</summary>
    public const int Room = 512;

    /// <summary>The longest word that may be an edge.</summary>
    public const int LongestWord = 64;

    /// <summary>How much of an overlong chain is decided again, with what follows it.</summary>
    private const int Overlap = 64;

    private readonly Lexicon _lexicon;
    private readonly UserWords? _userWords;
    private readonly bool _findUnknown;
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<ushort> _codes;
    private readonly ReadOnlySpan<ulong> _slots;
    private readonly Span<int> _ends;
    private readonly Span<int> _costs;
    private readonly Span<byte> _lengths;
    private readonly Span<byte> _places;
    private int _count;
    private int _runStart;

    private WordGraph(Lexicon lexicon, UserWords? userWords, bool findUnknown, ReadOnlySpan<char> text, Span<int> ends, Span<int> costs, Span<byte> bytes)
    {
        _lexicon = lexicon;
        _userWords = userWords;
        _findUnknown = findUnknown;
        _text = text;
        _codes = lexicon.Codes;
        _slots = lexicon.Slots;
        _ends = ends;
        _costs = costs;
        _lengths = bytes[..Room];
        _places = bytes[Room..];
    }

    /// <summary>Divides a text.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="userWords">Further words, or <see langword="null"/>.</param>
    /// <param name="findUnknown">Whether runs of single characters are searched for unknown words.</param>
    /// <param name="text">Any text.</param>
    /// <param name="ends">Receives where each segment ends; at least as long as the text.</param>
    /// <returns>The number of segments.</returns>
    [SkipLocalsInit]
    public static int Cut(Lexicon lexicon, UserWords? userWords, bool findUnknown, ReadOnlySpan<char> text, Span<int> ends)
    {
        Span<int> costs = stackalloc int[Room];
        Span<byte> bytes = stackalloc byte[2 * Room];
        var graph = new WordGraph(lexicon, userWords, findUnknown, text, ends, costs, bytes);
        graph.CutText();
        return graph._count;
    }

    /// <summary>Prices the best path through a text; see <see cref="Lexicon.Cost"/>.</summary>
    /// <returns>The price in steps of 1/<see cref="Lexicon.Scale"/>.</returns>
    [SkipLocalsInit]
    public static long Cost(Lexicon lexicon, ReadOnlySpan<char> text)
    {
        Span<int> costs = stackalloc int[Room];
        Span<byte> bytes = stackalloc byte[2 * Room];
        var graph = new WordGraph(lexicon, null, findUnknown: false, text, [], costs, bytes);
        return graph.Sum();
    }

    private readonly long Sum()
    {
        long sum = 0;
        int position = 0;
        while (position < _text.Length)
        {
            if (_codes[_text[position]] == Lexicon.Separator)
            {
                position++;
                continue;
            }
            int stop = Solve(position, BlockEnd(position));
            sum += _costs[stop - position];
            position = stop;
        }
        return sum;
    }

    private void CutText()
    {
        int position = 0;
        while (position < _text.Length)
        {
            if (_codes[_text[position]] == Lexicon.Separator)
            {
                position += SeparatorLength(position);
                _ends[_count++] = position;
                continue;
            }
            int end = BlockEnd(position);
            CutBlock(position, end);
            position = end;
        }
    }

    // What no word contains stands alone, but a line end and a surrogate pair are one.
    private readonly int SeparatorLength(int position)
    {
        if (position + 1 == _text.Length) return 1;
        char first = _text[position];
        char second = _text[position + 1];
        bool together = (first == '\r' && second == '\n') || char.IsSurrogatePair(first, second);
        return together ? 2 : 1;
    }

    private readonly int BlockEnd(int position)
    {
        do position++;
        while (position < _text.Length && _codes[_text[position]] != Lexicon.Separator);
        return position;
    }

    private void CutBlock(int position, int end)
    {
        _runStart = position;
        while (position < end)
        {
            int stop = Solve(position, end);
            int length = stop - position;
            position = length == 1 ? stop : WriteChain(position, length, stop == end);
        }
        WriteRun(end);
    }

    /// <summary>Finds the cheapest path from a position to the first one that no word reaches across.</summary>
    /// <returns>That position, or an earlier one when there is no more room. Costs and lengths of the last words are left in the buffers.</returns>
    private readonly int Solve(int start, int end)
    {
        // costs[p] is the cheapest way to start + p, lengths[p] the last word on it, reach the furthest p that has a way.
        // Words come to p in the order of their starts, and a later one must be cheaper: ties go to the longer word.
        // References instead of spans gain a quarter. They stay in range: a code unit has a code, a base plus a code has a slot
        // (the lexicon was checked when it was loaded), p stays below Room - LongestWord, and no word is longer than LongestWord.
        ref char text = ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), start);
        ref ushort codes = ref MemoryMarshal.GetReference(_codes);
        ref ulong slots = ref MemoryMarshal.GetReference(_slots);
        ref int costs = ref MemoryMarshal.GetReference(_costs);
        ref byte lengths = ref MemoryMarshal.GetReference(_lengths);
        int unknownCost = _lexicon.UnknownCost;
        int room = end - start;
        int reach = 0;
        costs = 0;
        for (int p = 0; ; p++)
        {
            int soFar = Unsafe.Add(ref costs, p);
            ulong slot = Unsafe.Add(ref slots, Unsafe.Add(ref codes, Unsafe.Add(ref text, p)));
            int price = WordTrie.Cost(slot);
            int total = soFar + (price == 0 ? unknownCost : price);
            if (reach == p || total < Unsafe.Add(ref costs, p + 1))
            {
                reach = Math.Max(reach, p + 1);
                Unsafe.Add(ref costs, p + 1) = total;
                Unsafe.Add(ref lengths, p + 1) = 1;
            }

            int i = p + 1;
            int childBase = WordTrie.Base(slot);
            while (childBase != 0 && i < room)
            {
                int code = Unsafe.Add(ref codes, Unsafe.Add(ref text, i++));
                slot = Unsafe.Add(ref slots, childBase + code);
                if (WordTrie.Code(slot) != code) break;
                childBase = WordTrie.Base(slot);
                price = WordTrie.Cost(slot);
                if (price == 0) continue;
                while (reach < i) Unsafe.Add(ref costs, ++reach) = int.MaxValue;
                if (soFar + price >= Unsafe.Add(ref costs, i)) continue;
                Unsafe.Add(ref costs, i) = soFar + price;
                Unsafe.Add(ref lengths, i) = (byte)(i - p);
            }

            if (_userWords is not null) reach = AddUserWords(start, p, end, reach);
            if (reach == p + 1 || p + 1 >= Room - LongestWord) return start + p + 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Extend(Span<int> costs, int reach, int position)
    {
        while (reach < position) costs[++reach] = int.MaxValue;
        return reach;
    }

    private readonly int AddUserWords(int start, int p, int end, int reach)
    {
        ReadOnlySpan<char> rest = _text[(start + p)..end];
        foreach (int length in _userWords!.LengthsAt(rest[0]))
        {
            if (length > rest.Length || !_userWords.TryGetCost(rest[..length], out int price)) continue;
            reach = Extend(_costs, reach, p + length);
            if (_costs[p] + price >= _costs[p + length]) continue;
            _costs[p + length] = _costs[p] + price;
            _lengths[p + length] = (byte)length;
        }
        return reach;
    }

    /// <summary>Writes the words of a solved chain.</summary>
    /// <returns>The position up to which words were written.</returns>
    private int WriteChain(int start, int length, bool atEnd)
    {
        ReverseLinks(length);
        // A chain that was cut for want of room: its last words are not yet certain.
        if (length >= Room - LongestWord && !atEnd) length -= Overlap;
        int p = 0;
        while (p < length)
        {
            int word = _lengths[p];
            if (word > 1) WriteWord(start + p, word);
            p += word;
        }
        return start + p;
    }

    // The solved chain knows at each position the word that ends there; afterwards it knows the word that starts there.
    private readonly void ReverseLinks(int position)
    {
        byte next = 0;
        while (position > 0)
        {
            byte word = _lengths[position];
            _lengths[position] = next;
            next = word;
            position -= word;
        }
        _lengths[0] = next;
    }

    private void WriteWord(int start, int length)
    {
        WriteRun(start);
        _ends[_count++] = start + length;
        _runStart = start + length;
    }
}
