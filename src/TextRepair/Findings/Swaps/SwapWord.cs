using System.Runtime.InteropServices;

namespace TextRepair.Findings.Swaps;

/// <summary>A word of two characters and how often it stands in clean text.</summary>
/// <param name="First">Its first character.</param>
/// <param name="Second">Its second character.</param>
/// <param name="RateByte">How often it stands there, as <see cref="ByteOfRate"/> writes it.</param>
/// <param name="SpreadByte">How much it keeps to few documents, as <see cref="ByteOfSpread"/> writes it.</param>
/// <param name="PairCount">How many pairs it has.</param>
/// <param name="FirstPair">The number of its first pair.</param>
[StructLayout(LayoutKind.Sequential)] // as in the file: twelve bytes without a gap
internal readonly record struct SwapWord(char First, char Second, byte RateByte, byte SpreadByte, ushort PairCount, int FirstPair)
{
    private const double RateSteps = 15, SpreadSteps = 25, SpreadShift = 6;

    private static readonly double[] Rates = [.. Enumerable.Range(0, 1 + byte.MaxValue).Select(value => Math.Exp(-value / RateSteps))];

    /// <summary>Gets how often the word stands in clean text, by the character.</summary>
    public double Rate => Rates[RateByte];

    /// <summary>Gets the natural logarithm of <see cref="Rate"/>.</summary>
    public double LogRate => -RateByte / RateSteps;

    /// <summary>Gets the natural logarithm of the size parameter of the negative binomial distribution: the smaller, the more the word keeps to few documents.</summary>
    public double LogSpread => (SpreadByte / SpreadSteps) - SpreadShift;

    /// <summary>Gets both characters in one number.</summary>
    public uint Key => KeyOf(First, Second);

    /// <summary>Gets the word.</summary>
    public string Text => new([First, Second]);

    /// <summary>Puts two characters into one number.</summary>
    public static uint KeyOf(char first, char second) => ((uint)first << 16) | second;

    /// <summary>Writes a rate.</summary>
    public static byte ByteOfRate(double rate) => (byte)Math.Clamp(Math.Round(-Math.Log(rate) * RateSteps), 0, byte.MaxValue);

    /// <summary>Writes a spread.</summary>
    public static byte ByteOfSpread(double spread) => (byte)Math.Clamp(Math.Round((Math.Log(spread) + SpreadShift) * SpreadSteps), 0, byte.MaxValue);

    /// <summary>Tells whether another word has a character of this one.</summary>
    public bool SharesCharacter(SwapWord other) => First == other.First || First == other.Second || Second == other.First || Second == other.Second;
}
