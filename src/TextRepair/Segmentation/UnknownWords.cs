using System.Runtime.CompilerServices;

namespace TextRepair.Segmentation;

/// <summary>Words the lexicon does not have, found by the places characters like to stand in.</summary>
/// <remarks>
/// A hidden Markov model: each character begins a word, is in its middle, ends it, or stands alone; Viterbi's algorithm finds
/// the cheapest sequence. Of the sixteen ways from one place to the next eight are possible.
/// </remarks>
internal static class UnknownWords
{
    public const byte Begin = 0;
    public const byte Middle = 1;
    public const byte End = 2;
    public const byte Single = 3;

    /// <summary>The number of prices between places, in the order of the constants below.</summary>
    public const int TransitionCount = 10;

    public const int StartBegin = 0;
    public const int StartSingle = 1;
    public const int BeginMiddle = 2;
    public const int BeginEnd = 3;
    public const int MiddleMiddle = 4;
    public const int MiddleEnd = 5;
    public const int EndBegin = 6;
    public const int EndSingle = 7;
    public const int SingleBegin = 8;
    public const int SingleSingle = 9;

    private const int Never = int.MaxValue / 2;

    /// <summary>Decides the place of every character.</summary>
    /// <param name="lexicon">Holds the prices.</param>
    /// <param name="text">Chinese characters.</param>
    /// <param name="places">Receives the places; as long as the text.</param>
    public static void Decode(Lexicon lexicon, ReadOnlySpan<char> text, Span<byte> places)
    {
        ReadOnlySpan<ushort> codes = lexicon.Codes;
        ReadOnlySpan<ulong> emissions = lexicon.Emissions;
        ReadOnlySpan<int> t = lexicon.Transitions[..TransitionCount];
        int b = t[StartBegin], m = Never, e = Never, s = t[StartSingle];
        Add(emissions[codes[text[0]]], ref b, ref m, ref e, ref s);
        for (int i = 1; i < text.Length; i++)
        {
            // Where each place came from is one bit: set for the second of its two ways.
            int endBegin = e + t[EndBegin], singleBegin = s + t[SingleBegin];
            int beginMiddle = b + t[BeginMiddle], middleMiddle = m + t[MiddleMiddle];
            int beginEnd = b + t[BeginEnd], middleEnd = m + t[MiddleEnd];
            int endSingle = e + t[EndSingle], singleSingle = s + t[SingleSingle];
            places[i] = (byte)((singleBegin < endBegin ? 1 << Begin : 0)
                | (middleMiddle < beginMiddle ? 1 << Middle : 0)
                | (middleEnd < beginEnd ? 1 << End : 0)
                | (singleSingle < endSingle ? 1 << Single : 0));
            b = Math.Min(endBegin, singleBegin);
            m = Math.Min(beginMiddle, middleMiddle);
            e = Math.Min(beginEnd, middleEnd);
            s = Math.Min(endSingle, singleSingle);
            Add(emissions[codes[text[i]]], ref b, ref m, ref e, ref s);
        }
        Trace(places, e < s ? End : Single);
    }

    // An impossible place stays far from overflow: 512 characters add less than 2^27.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ulong prices, ref int b, ref int m, ref int e, ref int s)
    {
        b += (ushort)prices;
        m += (ushort)(prices >> 16);
        e += (ushort)(prices >> 32);
        s += (ushort)(prices >> 48);
    }

    private static void Trace(Span<byte> places, byte last)
    {
        byte place = last;
        for (int i = places.Length - 1; i > 0; i--)
        {
            bool second = (places[i] >> place & 1) != 0;
            places[i] = place;
            place = place switch
            {
                Begin or Single => second ? Single : End,
                _ => second ? Middle : Begin,
            };
        }
        places[0] = place;
    }
}
