using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>Lets a <see cref="CorpusException"/> reach the caller as what it is; its type knows nothing of Orleans.</summary>
[RegisterConverter]
internal sealed class CorpusExceptionConverter : IConverter<CorpusException, CorpusExceptionSurrogate>
{
    /// <inheritdoc/>
    public CorpusException ConvertFromSurrogate(in CorpusExceptionSurrogate surrogate) => new(surrogate.Message);

    /// <inheritdoc/>
    public CorpusExceptionSurrogate ConvertToSurrogate(in CorpusException value) => new(value.Message);
}
