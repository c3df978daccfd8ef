using TextRepair.Cleaning;
using TextRepair.Context;
using TextRepair.Deciding;
using TextRepair.Findings;
using TextRepair.Findings.Swaps;
using TextRepair.Matching;
using TextRepair.Pairing;

namespace TextRepair;

/// <summary>The stages of a repairer, in the order a text goes through them.</summary>
internal static class Stages
{
    // Shared by all repairers: immutable, and not opened before somebody repairs something.
    private static readonly Lazy<ContextModel> Contexts = new(ContextModelFile.OpenEmbedded);

    private static readonly Lazy<Familiarity> FamiliarPairs = new(Familiarity.OpenEmbedded);

    private static readonly Lazy<SwapModel> Swaps = new(SwapModel.OpenEmbedded);

    /// <summary>Gets the context models that are part of this assembly.</summary>
    public static ContextModel BuiltInContexts => Contexts.Value;

    /// <summary>Makes the stages that edit.</summary>
    public static IStage[] Create(TextRepairOptions options)
    {
        var stages = new List<IStage> { new FixedPointStage(CleaningStages.Create(options), []) };
        if (options.Kinds.Contains(EditKind.Substitution) || options.CandidateSources.Count > 0)
            stages.Add(CreateWords(options, BuiltInContexts, options.WordComparer));
        stages.AddRange(PairingStages.Create(options));
        return [.. stages];
    }

    /// <summary>Makes the stages that say what is left.</summary>
    public static IStage[] CreateReports(TextRepairOptions options)
    {
        var stages = new List<IStage> { new FigureStage(FigureModel.Load()), new MaskStage(), new MojibakeStage(), new PrivateUseStage(), new EndStage(EndModel.Load()) };
        if (options.WordJudge is { } judge) stages.Add(CreateUnknownSwaps(options, judge));
        return [.. stages];
    }

    /// <summary>Makes the stage for words with any context models.</summary>
    /// <param name="options">The options.</param>
    /// <param name="contexts">The models.</param>
    /// <param name="comparer">Who is asked where they leave a place open; see <see cref="TextRepairOptions.WordComparer"/>.</param>
    public static SubstitutionStage CreateWords(TextRepairOptions options, ContextModel contexts, Func<string, int, int, string, string, double>? comparer) =>
        new(SwapTable.Create(Substitutions(options)), contexts, FamiliarPairs.Value, Protected(options), options, comparer);

    private static UnknownSwapStage CreateUnknownSwaps(TextRepairOptions options, Func<string, int, int, string, double> judge)
    {
        IEnumerable<Substitution> builtIn = options.UseDefaultDictionary ? CorrectionDictionary.Default.Substitutions : [];
        string[] known = [.. builtIn.Concat(options.Dictionaries.SelectMany(dictionary => dictionary.Substitutions)).Select(swap => swap.Damaged)];
        return new UnknownSwapStage(() => new SwapJudge(Swaps.Value, judge, known), FamiliarPairs.Value);
    }

    private static ProtectedWords Protected(TextRepairOptions options) =>
        new(options.UseDefaultDictionary ? options.ProtectedWords.Concat(BuiltInDictionary.ProtectedWords) : options.ProtectedWords);

    private static IEnumerable<Substitution> Substitutions(TextRepairOptions options)
    {
        IEnumerable<Substitution> builtIn = options.UseDefaultDictionary && options.Kinds.Contains(EditKind.Substitution)
            ? CorrectionDictionary.Default.Substitutions
            : [];
        return builtIn.Concat(options.Dictionaries.SelectMany(dictionary => dictionary.Substitutions));
    }
}
