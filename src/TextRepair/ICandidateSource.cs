namespace TextRepair;

/// <summary>Proposes replacements for one text, beside the dictionary: the seam where look-alike characters come in.</summary>
/// <remarks>
/// Implementations are immutable and safe to use from several threads. One that has settings names them in
/// <see cref="object.ToString"/>: work that was done with other settings is told from this one's by it.
/// </remarks>
public interface ICandidateSource
{
    /// <summary>Finds candidates in a cleaned text.</summary>
    /// <param name="text">The text; positions of candidates speak of it.</param>
    /// <param name="options">The options of the repairer.</param>
    /// <param name="candidates">Receives the candidates, in any order; they may overlap.</param>
    /// <remarks>
    /// A candidate's log-odds already weigh context and document, for and against. All candidates at or above
    /// <see cref="TextRepairOptions.MinimumConfidence"/> are decided together: of those that overlap, the surest wins.
    /// </remarks>
    void FindCandidates(string text, TextRepairOptions options, ICollection<Candidate> candidates);
}
