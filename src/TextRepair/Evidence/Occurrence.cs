namespace TextRepair.Evidence;

/// <summary>A place where a suspect stands.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Suspect">The suspect.</param>
/// <param name="FirstScore">Where the scores of its swaps begin in <see cref="OccurrenceList.Scores"/>.</param>
/// <param name="Repeated">Whether the same word stood in the same narrow context before: it is then no further evidence.</param>
internal readonly record struct Occurrence(int Start, int Suspect, int FirstScore, bool Repeated);
