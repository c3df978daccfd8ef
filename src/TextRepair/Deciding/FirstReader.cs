using System.Runtime.InteropServices;
using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Takes the first look at suspects: scores them by their nearest characters. Used again and again; not thread-safe.</summary>
internal sealed class FirstReader(SwapTable table, Expert?[] experts)
{
    // Scores of so many nats are told apart in units: beyond, they say as much, or as little.
    private const int MostUnits = 8 * Expert.UnitsPerNat;

    private static readonly float[] Surprises = [.. Enumerable.Range(-MostUnits, (2 * MostUnits) + 1).Select(units => (float)ScopeEvidence.SurpriseOf((float)units / Expert.UnitsPerNat))];

    private readonly char[] _window = new char[Surroundings.Length];
    private readonly uint[] _features = new uint[FeatureExtractor.NearestCount];
    private readonly List<int> _words = [];

    // Swaps without an expert are scored by the word graph, which has no first look.
    private readonly bool[] _canRead = [.. table.Suspects.Select(suspect => suspect.Swaps.All(swap => experts[swap.Index] is not null))];

    /// <summary>Tells whether all swaps of a suspect have a first look.</summary>
    public bool CanRead(Suspect suspect) => _canRead[suspect.Index];

    /// <summary>Begins with another text.</summary>
    /// <param name="matches">Its matches.</param>
    public void BeginText(List<Match> matches) => Neighbours.FindWords(table, CollectionsMarshal.AsSpan(matches), _words);

    /// <summary>Forgets the text.</summary>
    /// <param name="mostKept">How many numbers it may hold memory for.</param>
    public void Forget(int mostKept)
    {
        _words.Clear();
        if (_words.Capacity > mostKept) _words.Capacity = 0;
    }

    /// <summary>Reads what stands next to a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">The matches of the text.</param>
    /// <param name="number">The number of the match.</param>
    public void Read(string text, List<Match> matches, int number)
    {
        Neighbours.Read(text, table, CollectionsMarshal.AsSpan(matches), CollectionsMarshal.AsSpan(_words), number, _window);
        FeatureExtractor.ExtractNearest(_window, _features);
    }

    /// <summary>Finds what the place says for damage by a swap that can be read, in nats.</summary>
    public float SurpriseOf(int swap) => Surprises[Math.Clamp(UnitsOf(swap), -MostUnits, MostUnits) + MostUnits];

    /// <summary>Finds the log-odds of the original of a swap that can be read, in units.</summary>
    public int UnitsOf(int swap) => experts[swap]!.FirstUnits(_features);

    /// <summary>Gets the characters before the place.</summary>
    public ReadOnlySpan<char> Before => _window.AsSpan(Surroundings.Middle - FeatureExtractor.NearestReach, FeatureExtractor.NearestReach);

    /// <summary>Gets the characters behind the place.</summary>
    public ReadOnlySpan<char> Behind => _window.AsSpan(Surroundings.Middle, FeatureExtractor.NearestReach);

    /// <summary>Gets a number for the two characters on either side of the place; see <see cref="FeatureExtractor.NarrowContextOf"/>.</summary>
    public uint NarrowContext => FeatureExtractor.NarrowContextOfNearest(_features);
}
