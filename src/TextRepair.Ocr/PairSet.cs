using System.Numerics;
using TextRepair.Models;

namespace TextRepair.Ocr;

/// <summary>Which tokens the language model knows side by side, and which are usual there: two bits a pair, so that clean text is passed in next to no time.</summary>
/// <remarks>Pairs are numbered by their left token, then by the right one, so that counting bits finds the number of a pair.</remarks>
/// <param name="vocabulary">The tokens.</param>
/// <param name="words">The pairs, <see cref="PairsOfWord"/> a word and as many words for every left token.</param>
/// <param name="first">For every left token the number of its first pair.</param>
/// <param name="ranks">For every word how many pairs of its left token lie before it.</param>
internal sealed class PairSet(Vocabulary vocabulary, Column<ulong> words, Column<int> first, Column<ushort> ranks)
{
    /// <summary>A pair that the model does not know.</summary>
    public const int Strange = 0;

    /// <summary>A pair that is known.</summary>
    public const int Known = 1;

    /// <summary>A pair that stands together much more often than chance has it.</summary>
    public const int Usual = 3;

    /// <summary>How many pairs a word holds.</summary>
    public const int PairsOfWord = 32;

    private const ulong AllKnown = ulong.MaxValue / Usual;

    private readonly int _width = WordsOf(vocabulary.Count);

    /// <summary>Gets how many words a left token has.</summary>
    public static int WordsOf(int tokens) => (tokens + PairsOfWord - 1) / PairsOfWord;

    /// <summary>Says whether two tokens are known side by side.</summary>
    public bool Knows(ushort left, ushort right) => Look(left, right) != Strange;

    /// <summary>Says how well a pair is known: <see cref="Strange"/>, <see cref="Known"/> or <see cref="Usual"/>.</summary>
    public int Look(ushort left, ushort right) => (int)(words[(left * _width) + (right / PairsOfWord)] >> (2 * right)) & Usual;

    /// <summary>Finds the number of a pair; −1 where the model does not know it.</summary>
    public int Find(ushort left, ushort right)
    {
        int word = (left * _width) + (right / PairsOfWord);
        ulong known = words[word] & AllKnown, bit = 1UL << (2 * right);
        return (known & bit) == 0 ? -1 : first[left] + ranks[word] + BitOperations.PopCount(known & (bit - 1));
    }

    /// <summary>Says whether a token stands oddly between pairs: one of them is strange, and the other is not usual.</summary>
    public static bool IsOdd(int before, int after) => OddBit(before, after) != 0;

    /// <summary>Counts the Han characters of a text and those that stand oddly.</summary>
    public (int Han, int Odd) Count(ReadOnlySpan<char> text)
    {
        // Without branches on what a pair is: usual or not is a coin toss, and a wrong guess would cost more than all the rest.
        int han = 0, odd = 0, before = Usual, isHan = 0;
        ushort last = Vocabulary.Boundary;
        foreach (char c in text)
        {
            ushort id = vocabulary[c];
            // As in TokenText: white space is nothing, runs of digits and of Latin letters are one token.
            if (id < Vocabulary.First && (id == Vocabulary.Unknown ? char.IsWhiteSpace(c) : id == last)) continue;
            int after = Look(last, id);
            han += isHan;
            odd += isHan & OddBit(before, after);
            (last, before, isHan) = (id, after, Vocabulary.HanBit(c));
        }
        return (han + isHan, odd + (isHan & OddBit(before, Look(last, Vocabulary.Boundary))));
    }

    // One for a token that stands oddly: neither pair has both bits set, and not both have the lower one.
    private static int OddBit(int before, int after) => ~((before | after) >> 1) & ~(before & after) & 1;
}
