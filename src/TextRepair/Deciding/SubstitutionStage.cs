using System.Runtime.InteropServices;
using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Finds swapped words: matches, their contexts, the evidence of the document, and the decision.</summary>
internal sealed class SubstitutionStage : IStage
{
    // A text that is more probably clean than damaged is reported as clean, and nothing in it is replaced:
    // MinimumConfidence is never lower.
    private const double Reported = 0.5;

    // For sums that are rounded in another order: a bound must not fall below what it bounds.
    private const double Slack = 1e-6;

    private readonly SwapTable _table;
    private readonly Expert?[] _experts;
    private readonly DamageModel _model;
    private readonly ProtectedWords _protectedWords;
    private readonly TextRepairOptions _options;
    private readonly Func<string, int, int, string, string, double>? _comparer;
    private readonly Pool<Workspace> _workspaces;

    public SubstitutionStage(
        SwapTable table,
        ContextModel contexts,
        Familiarity familiarity,
        ProtectedWords protectedWords,
        TextRepairOptions options,
        Func<string, int, int, string, string, double>? comparer)
    {
        (_table, _protectedWords, _options, _comparer) = (table, protectedWords, options, comparer);
        _experts = [.. table.Suspects.SelectMany(suspect => suspect.Swaps.Select(swap => contexts.Find(suspect.Damaged, swap.Original)))];
        _model = new DamageModel(table, _experts, familiarity);
        var bound = new EvidenceBound(_model, table);
        _workspaces = new Pool<Workspace>(() => new Workspace(table, _experts, familiarity, _model, bound));
    }

    /// <summary>Gets or sets a value indicating whether texts that cannot be damaged enough are left without reading contexts.</summary>
    /// <value>The default is <see langword="true"/>. Without it only texts that nobody would call surely damaged may get another answer; tests compare them.</value>
    internal bool LeavesEarly { get; init; } = true;

    public void Run(string text, StageOutput output)
    {
        Workspace workspace = _workspaces.Take();
        _table.Automaton.FindAll(text, workspace.Matches);
        bool decides = MayBeDamaged(text, workspace);
        if (decides || _options.CandidateSources.Count > 0) Decide(text, workspace, decides, output);
        // Where there are edits, a second round reads nearly the same places.
        if (!output.HasEdits) workspace.Reader.Forget();
        workspace.Clear();
        _workspaces.Give(workspace);
    }

    // Counts and a few contexts say of most texts that no others could make damage as probable as Reported.
    private bool MayBeDamaged(string text, Workspace workspace)
    {
        if (!workspace.Counts.Count(CollectionsMarshal.AsSpan(workspace.Matches))) return false;
        workspace.First.BeginText(workspace.Matches);
        // Line by line, one damaged line makes the others suspect; the bound knows nothing of that.
        if (_options.Scope != RepairScope.Document || !LeavesEarly) return true;
        return workspace.Probe.MayReach(text, workspace.Matches, workspace.Counts, -Slack - PriorOf(text));
    }

    private double PriorOf(string text) => DamageModel.PriorLogOdds(_options.Source, text.Length);

    private void Decide(string text, Workspace workspace, bool decides, StageOutput output)
    {
        var decision = new Decision(_table, _experts, text, _options.MinimumConfidence, _comparer);
        // The first diagnosis speaks of the text as it came in; later ones of what is left.
        Diagnosis? diagnosis = decides ? Decide(text, workspace, decision) : null;
        output.Diagnosis ??= diagnosis;
        foreach (ICandidateSource source in _options.CandidateSources) decision.Propose(source, _options);
        List<Candidate> chosen = decision.Chosen();
        if (chosen.Count == 0) return;
        output.Edits.EnsureCapacity(chosen.Count);
        foreach (Candidate candidate in chosen) output.Edits.Add(EditOf(candidate, text));
    }

    private static TextEdit EditOf(Candidate candidate, string text) =>
        new(
            candidate.Start,
            text.Substring(candidate.Start, candidate.Length),
            candidate.Replacement,
            candidate.Kind,
            candidate.Confidence,
            candidate.Rule,
            candidate.Reason);

    private Diagnosis Decide(string text, Workspace workspace, Decision decision)
    {
        _protectedWords.Protect(text, workspace.Matches, _table);
        List<Scope> scopes = Scope.Split(text, _options.Scope);
        OccurrenceList[] occurrences = [.. Scored(text, scopes, workspace)];
        ScopeEvidence[] evidence = [.. occurrences.Select(o => ScopeEvidence.Weigh(_model, workspace.Sums, o))];
        double[] damaged = ScopePosterior.Find([.. evidence.Select(e => e.LogRatio)], PriorOf(text));
        for (int i = 0; i < scopes.Count; i++) decision.Decide(occurrences[i], evidence[i], damaged[i]);
        return Diagnose(evidence, damaged, decision.Chosen());
    }

    private IEnumerable<OccurrenceList> Scored(string text, List<Scope> scopes, Workspace workspace)
    {
        int next = 0;
        workspace.Reader.BeginText(text);
        foreach (Scope scope in scopes)
        {
            int first = next;
            while (next < workspace.Matches.Count && workspace.Matches[next].Start < scope.End) next++;
            yield return Score(workspace, first, next, _options.Scope == RepairScope.Document ? PriorOf(text) : double.NegativeInfinity);
        }
    }

    private OccurrenceList Score(Workspace workspace, int first, int next, double prior)
    {
        (List<Match> matches, PlaceReader reader) = (workspace.Matches, workspace.Reader);
        workspace.Convictions.BeginScope(workspace.Counts, prior);
        var occurrences = new OccurrenceList(next - first);
        reader.BeginScope();
        for (int place = first; place < next; place++)
        {
            Match match = matches[place];
            if (match.IsProtected) continue;
            foreach (int swap in _table.OriginalOf[match.Pattern]) occurrences.Alive.Add(swap);
            if (_table.SuspectOf[match.Pattern] is var suspect && suspect >= 0 && !reader.Add(matches, place, workspace.Convictions.Has(suspect))) Take(workspace, occurrences);
        }
        Take(workspace, occurrences);
        return occurrences;
    }

    private static void Take(Workspace workspace, OccurrenceList occurrences)
    {
        PlaceReader reader = workspace.Reader;
        reader.Score(countsPairs: true);
        for (int i = 0; i < reader.Count; i++)
        {
            ReadPlace place = reader[i];
            occurrences.Add(place.Pairs);
            bool repeated = reader.IsRepeated(place);
            if (!repeated) workspace.Convictions.Add(place, workspace.Counts);
            occurrences.Items.Add(new Occurrence(place.Start, place.Suspect.Index, occurrences.Scores.Count, repeated));
            occurrences.Scores.AddRange(place.Scores);
        }
        reader.BeginBatch();
    }

    private Diagnosis Diagnose(ScopeEvidence[] evidence, double[] damaged, IReadOnlyList<Candidate> chosen)
    {
        int surest = Array.IndexOf(damaged, damaged.Max());
        if (damaged[surest] < Reported) return Diagnosis.Clean;
        var replaced = new Dictionary<string, int>(evidence[surest].Swaps.Length, StringComparer.Ordinal);
        foreach (Candidate candidate in chosen) CollectionsMarshal.GetValueRefOrAddDefault(replaced, candidate.Rule, out _)++;
        ReadOnlySpan<double> inForce = evidence[surest].InForce;
        var swaps = new List<SwapDiagnosis>(inForce.Length);
        for (int i = 0; i < inForce.Length; i++)
            if (evidence[surest].Swaps[i].Damaged > 0) swaps.Add(Describe(evidence[surest].Swaps[i], inForce[i], replaced));
        return new Diagnosis(damaged[surest], [.. swaps.OrderByDescending(swap => swap.Evidence)]);
    }

    private SwapDiagnosis Describe(EvidenceSum evidence, double inForce, Dictionary<string, int> replaced)
    {
        Swap swap = _table.Swaps[evidence.Swap];
        string damaged = _table.Suspects[_table.SuspectOfSwap[evidence.Swap]].Damaged;
        return new SwapDiagnosis(damaged, swap.Original, swap.Families, inForce, evidence.LogRatio, evidence.Damaged, evidence.Alive, replaced.GetValueOrDefault(swap.Rule));
    }
}
