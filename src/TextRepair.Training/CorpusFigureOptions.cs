namespace TextRepair.Training;

/// <summary>What <see cref="CorpusFigures"/> measures.</summary>
public sealed record CorpusFigureOptions
{
    /// <summary>Gets how many of the swaps are in force in each damaged document, from 0 to 1.</summary>
    /// <value>The default is 1. Which ones differs from document to document, and is the same on every run.</value>
    public double InForce { get; init; } = 1;

    /// <summary>Gets a value indicating whether documents are read by models that have not seen their source.</summary>
    /// <value>The default is <see langword="false"/>. Trains two models, each on half of the sources: minutes. All documents are then read as clean text.</value>
    public bool Unseen { get; init; }

    /// <summary>Gets a value indicating whether a file of lines, a tenth of them damaged, is measured instead of documents.</summary>
    public bool Lines { get; init; }

    /// <summary>Gets a value indicating whether single clean sentences are measured as documents instead.</summary>
    public bool Sentences { get; init; }
}
