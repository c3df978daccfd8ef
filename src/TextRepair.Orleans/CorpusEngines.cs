using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>One repairer for each job on a silo, made when the first shard comes.</summary>
/// <param name="options">The options of the silo.</param>
/// <param name="repair">The seam for tests of the plumbing; nobody else registers one, and a <see cref="TextRepairer"/> is made.</param>
internal sealed class CorpusEngines(IOptions<TextRepairSiloOptions> options, Func<string, DocumentRepair>? repair = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<CorpusEngine>> _engines = new(StringComparer.Ordinal);

    public CorpusEngine For(string name, CorpusJob job) =>
        // A job that is started again may bring other limits, and its dictionaries may have been mended.
        _engines.GetOrAdd($"{name}\n{job.Key}", _ => new(() => Create(job))).Value;

    public void Dispose()
    {
        foreach (Lazy<CorpusEngine> engine in _engines.Values)
            if (engine.IsValueCreated) engine.Value.Dispose();
    }

    private CorpusEngine Create(CorpusJob job)
    {
        CorpusOptions corpus = job.ToOptions(options.Value.Workers);
        corpus.CheckpointInterval = options.Value.CheckpointInterval;
        return new(corpus, repair);
    }
}
