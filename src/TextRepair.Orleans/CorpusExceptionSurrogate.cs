namespace TextRepair.Orleans;

/// <summary>What is sent of a <see cref="Corpus.CorpusException"/>.</summary>
[GenerateSerializer, Alias("textrepair.corpusexception")]
internal readonly record struct CorpusExceptionSurrogate([property: Id(0)] string Message);
