using System.Globalization;

namespace TextRepair.Training.Figures;

/// <summary>Counts findings against the places that were damaged.</summary>
/// <param name="name">What was damaged.</param>
internal sealed class FindingScore(string name)
{
    // A blank may stand between where a figure was and its unit.
    private const int Blanks = 2;

    private int _documents, _reported, _places, _found, _right;

    /// <summary>Adds a damaged document.</summary>
    public void Add(HashSet<int> places, IReadOnlyList<int> found)
    {
        int right = found.Count(start => Enumerable.Range(start - Blanks, Blanks + 1).Any(places.Contains));
        _documents++;
        if (right > 0) _reported++;
        (_places, _found, _right) = (_places + places.Count, _found + found.Count, _right + right);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{name}: {_documents} documents, {_reported} of them reported; {_places} places, {_found} findings, precision {Share(_right, _found):0.000}, recall {Share(_right, _places):0.000}");

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);
}
