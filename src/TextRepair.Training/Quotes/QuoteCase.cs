namespace TextRepair.Training.Quotes;

/// <summary>A quote whose end is known.</summary>
/// <param name="Source">The source of the document.</param>
/// <param name="Text">The document without any closing quote.</param>
/// <param name="Open">Where the opening quote stands in it.</param>
/// <param name="End">Where the closing quote stood.</param>
/// <param name="Terms">The hashes of all that is quoted in the document.</param>
internal sealed record QuoteCase(string Source, string Text, int Open, int End, IReadOnlySet<uint> Terms);
