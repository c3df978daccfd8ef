namespace TextRepair.Training.Quotes;

/// <summary>The files of the model of quotes.</summary>
/// <param name="Linear">The content of <c>quotes.bin</c>.</param>
/// <param name="Network">The content of <c>quote-network.bin</c>.</param>
internal sealed record QuoteModelFiles(byte[] Linear, byte[] Network);
