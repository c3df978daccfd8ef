namespace TextRepair.Findings.Swaps;

/// <summary>A word of two characters and how often it stands in clean text.</summary>
/// <param name="First">Its first character.</param>
/// <param name="Second">Its second character.</param>
/// <param name="LogRate">The natural logarithm of how often it stands there, by the character.</param>
/// <param name="LogSpread">The natural logarithm of the size parameter of the negative binomial distribution: the smaller, the more the word keeps to few documents.</param>
/// <param name="FirstPair">The number of its first pair.</param>
/// <param name="PairCount">How many pairs it has.</param>
internal readonly record struct SwapWord(char First, char Second, double LogRate, double LogSpread, int FirstPair, int PairCount)
{
    private const double RateSteps = 15, SpreadSteps = 25, SpreadShift = 6;

    /// <summary>Gets how often the word stands in clean text, by the character.</summary>
    public double Rate { get; } = Math.Exp(LogRate);

    /// <summary>Gets both characters in one number.</summary>
    public uint Key => KeyOf(First, Second);

    /// <summary>Gets the word.</summary>
    public string Text => string.Concat([First, Second]);

    /// <summary>Puts two characters into one number.</summary>
    public static uint KeyOf(char first, char second) => ((uint)first << 16) | second;

    /// <summary>Reads the logarithm of a rate.</summary>
    public static double LogRateOf(byte value) => -value / RateSteps;

    /// <summary>Writes a rate.</summary>
    public static byte ByteOfRate(double rate) => (byte)Math.Clamp(Math.Round(-Math.Log(rate) * RateSteps), 0, byte.MaxValue);

    /// <summary>Reads the logarithm of a spread.</summary>
    public static double LogSpreadOf(byte value) => (value / SpreadSteps) - SpreadShift;

    /// <summary>Writes a spread.</summary>
    public static byte ByteOfSpread(double spread) => (byte)Math.Clamp(Math.Round((Math.Log(spread) + SpreadShift) * SpreadSteps), 0, byte.MaxValue);

    /// <summary>Tells whether another word has a character of this one.</summary>
    public bool SharesCharacter(SwapWord other) => First == other.First || First == other.Second || Second == other.First || Second == other.Second;
}
