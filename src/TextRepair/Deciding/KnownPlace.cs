using System.Runtime.CompilerServices;

namespace TextRepair.Deciding;

/// <summary>What is kept of a place that was read.</summary>
internal readonly struct KnownPlace
{
    /// <summary>How many scores there is room for.</summary>
    public const int MostScores = 4;

    private const sbyte Uncounted = -1;

    private readonly ScoreRow _scores;
    private readonly sbyte _familiar, _all;

    /// <summary>Keeps what was read.</summary>
    /// <param name="scores">The log-odds of each swap.</param>
    /// <param name="narrowContext">A number for the two characters on either side.</param>
    /// <param name="pairs">How many pairs are familiar, and how many there are; <see langword="null"/> where they were not counted.</param>
    public KnownPlace(ReadOnlySpan<float> scores, uint narrowContext, (int Familiar, int All)? pairs)
    {
        scores.CopyTo(_scores);
        NarrowContext = narrowContext;
        (_familiar, _all) = pairs is var (familiar, all) ? ((sbyte)familiar, (sbyte)all) : (Uncounted, Uncounted);
    }

    /// <summary>Gets a number for the two characters on either side.</summary>
    public uint NarrowContext { get; }

    /// <summary>Gets a value indicating whether pairs were counted.</summary>
    public bool HasPairs => _all != Uncounted;

    /// <summary>Gets how many pairs are familiar.</summary>
    public int Familiar => _familiar;

    /// <summary>Gets how many pairs there are.</summary>
    public int All => _all;

    /// <summary>Copies the log-odds of each swap.</summary>
    public void CopyTo(Span<float> scores) => ((ReadOnlySpan<float>)_scores)[..scores.Length].CopyTo(scores);

    [InlineArray(MostScores)]
    private struct ScoreRow
    {
        private float _first;
    }
}
