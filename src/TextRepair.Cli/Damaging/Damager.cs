using TextRepair.Training;

namespace TextRepair.Cli;

/// <summary>Damages clean text as swapping tools do: in one pass over the raw text, blind to word boundaries; then its layout, if wanted.</summary>
/// <remarks>The same text, dictionary and seed give the same damage, in any order and on any thread.</remarks>
internal sealed class Damager
{
    private readonly Dictionary<string, List<Substitution>> _swaps = new(StringComparer.Ordinal);
    private readonly int _longest;
    private readonly ulong _seed;
    private readonly double _pairs;
    private readonly double _documents;

    /// <summary>Initialises a damager.</summary>
    /// <param name="substitutions">Swaps to make, written as dictionaries write them: from damaged to original.</param>
    /// <param name="seed">Chooses pairs and documents.</param>
    /// <param name="pairs">The share of the pairs that are in force in a document.</param>
    /// <param name="documents">The share of the documents that are damaged.</param>
    public Damager(IEnumerable<Substitution> substitutions, ulong seed, double pairs, double documents)
    {
        (_seed, _pairs, _documents) = (seed, pairs, documents);
        foreach (Substitution swap in substitutions)
        {
            if (!_swaps.TryGetValue(swap.Original, out List<Substitution>? same)) _swaps[swap.Original] = same = [];
            same.Add(swap);
            _longest = Math.Max(_longest, swap.Original.Length);
        }
    }

    /// <summary>Gets what is done to a document after its words.</summary>
    public IReadOnlyList<Func<string, Random, DamagedText>> Layout { get; init; } = [];

    /// <summary>Damages a text; the edits speak of the clean one.</summary>
    public RepairResult Damage(string text)
    {
        ulong document = Mix(_seed ^ Hash(text));
        return Share(document) < _documents ? DamageLayout(DamageWords(text, document), document) : Result(text, EditList.Empty);
    }

    /// <summary>Turns damage into the repair of it.</summary>
    public static RepairResult Undo(RepairResult damage) =>
        new(damage.Text, damage.Original, damage.Edits.Invert(), [], Diagnosis.Clean);

    private RepairResult DamageWords(string text, ulong document)
    {
        var edits = new List<TextEdit>();
        for (int at = 0; at < text.Length;) at += TryDamage(text, at, document, edits);
        return Result(text, EditList.Create(edits));
    }

    private RepairResult DamageLayout(RepairResult words, ulong document)
    {
        var random = new Random(document.GetHashCode());
        return Layout.Aggregate(words, (result, damage) =>
        {
            EditList edits = EditList.Create(damage(result.Text, random).Repairs).Invert();
            return Result(result.Original, result.Edits.Then(result.Original, edits));
        });
    }

    private static RepairResult Result(string text, EditList edits) => new(text, edits.ApplyTo(text), edits, [], Diagnosis.Clean);

    // The longest original that begins here is swapped, as tools that go through a table of phrases do.
    private int TryDamage(string text, int at, ulong document, List<TextEdit> edits)
    {
        for (int length = Math.Min(_longest, text.Length - at); length > 0; length--)
        {
            string word = text.Substring(at, length);
            if (!_swaps.TryGetValue(word, out List<Substitution>? swaps)) continue;
            // A tool has one fixed replacement for a word, so one document shows one.
            ulong draw = Mix(document ^ Hash(word));
            Substitution swap = swaps[(int)(draw % (ulong)swaps.Count)];
            if (Share(Mix(draw)) >= _pairs) continue;
            edits.Add(new TextEdit(at, word, swap.Damaged, EditKind.Substitution, 1, $"{swap.Damaged}→{swap.Original}", "simulated"));
            return length;
        }
        return 1;
    }

    private static double Share(ulong draw) => (draw >> 11) / (double)(1UL << 53);

    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text) hash = (hash ^ c) * 1099511628211;
        return hash;
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
