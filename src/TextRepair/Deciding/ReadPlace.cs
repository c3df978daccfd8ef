using TextRepair.Context;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>A place that a <see cref="PlaceReader"/> reads. Used again and again; not thread-safe.</summary>
internal sealed class ReadPlace
{
    private readonly uint[] _features = new uint[FeatureExtractor.Count];
    private float[] _scores = [];
    private Suspect? _suspect;
    private (int Familiar, int All) _pairs;

    /// <summary>Gets where it starts, in UTF-16 code units.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the suspect that stands there.</summary>
    public Suspect Suspect => _suspect!;

    /// <summary>Gets what stands around it.</summary>
    public Surroundings Around { get; } = new();

    /// <summary>Gets a number for the suspect and all that stands around it.</summary>
    public ulong Key { get; private set; }

    /// <summary>Gets room for its features.</summary>
    public Span<uint> Features => _features;

    /// <summary>Gets room for the log-odds of each swap, in nats.</summary>
    public Span<float> Scores => _scores.AsSpan(0, Suspect.Swaps.Length);

    /// <summary>Gets or sets a value indicating whether <see cref="Scores"/> are known.</summary>
    public bool IsScored { get; set; }

    /// <summary>Gets or sets a value indicating whether they are those of the first look; then nothing else was read.</summary>
    public bool IsAtFirst { get; set; }

    /// <summary>Gets or sets a number for the two characters on either side.</summary>
    public uint NarrowContext { get; set; }

    /// <summary>Gets a value indicating whether <see cref="Pairs"/> are known.</summary>
    public bool HasPairs { get; private set; }

    /// <summary>Gets or sets how many pairs around it are familiar, and how many there are; only the nearest where it was not read in full.</summary>
    public (int Familiar, int All) Pairs
    {
        get => _pairs;
        set => (_pairs, HasPairs) = (value, true);
    }

    /// <summary>Begins with another place.</summary>
    public void Begin(int start, Suspect suspect)
    {
        (Start, _suspect, IsScored, IsAtFirst, _pairs, HasPairs) = (start, suspect, false, false, (0, 0), false);
        if (_scores.Length < suspect.Swaps.Length) _scores = new float[suspect.Swaps.Length];
    }

    /// <summary>Reads what stands around it.</summary>
    /// <param name="window">The window, at this place.</param>
    public void ReadAround(ContextWindow window)
    {
        Around.Read(window.Characters, window.Start, window.End);
        Key = Around.Hash(Suspect.Index);
    }

    /// <summary>Takes what is known of the place.</summary>
    public void Take(KnownPlace known)
    {
        known.CopyTo(Scores);
        (NarrowContext, _pairs, IsScored, HasPairs) = (known.NarrowContext, (known.Familiar, known.All), true, known.HasPairs);
    }

    /// <summary>Puts together what is known of the place.</summary>
    public KnownPlace ToKnown() => new(Scores, NarrowContext, HasPairs ? _pairs : null);
}
