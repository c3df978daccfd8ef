using Microsoft.Extensions.Options;
using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>The repairers of the jobs that a silo worked on last, each made when the first shard of its job comes.</summary>
/// <param name="options">The options of the silo.</param>
/// <param name="repair">The seam for tests of the plumbing; nobody else registers one, and a <see cref="TextRepairer"/> is made.</param>
internal sealed class CorpusEngines(IOptions<TextRepairSiloOptions> options, Func<string, DocumentRepair>? repair = null)
{
    // A silo lives for months and meets thousands of jobs, a few at a time; a repairer takes tens of megabytes.
    internal const int Kept = 4;

    private readonly Lock _lock = new();
    private readonly List<(string Key, Lazy<CorpusEngine> Engine)> _recent = [];

    public CorpusEngine For(string name, CorpusJob job) => Find(KeyOf(name, job), job).Value;

    private Lazy<CorpusEngine> Find(string key, CorpusJob job)
    {
        lock (_lock)
        {
            int at = _recent.FindIndex(known => known.Key == key);
            (string, Lazy<CorpusEngine> Engine) found = at < 0 ? (key, new(() => Create(job))) : _recent[at];
            if (at >= 0) _recent.RemoveAt(at);
            // What falls off the end is not disposed of: another worker may still use it, and it holds nothing but memory.
            else if (_recent.Count == Kept) _recent.RemoveAt(Kept - 1);
            _recent.Insert(0, found);
            return found.Engine;
        }
    }

    // A job that is started again may bring other limits, and its dictionaries may have been mended.
    private static string KeyOf(string name, CorpusJob job) => string.Join('\n', [name, job.Key, .. job.Dictionaries.Select(Stamp)]);

    private static string Stamp(string path) => $"{File.GetLastWriteTimeUtc(path).Ticks}";

    private CorpusEngine Create(CorpusJob job)
    {
        CorpusOptions corpus = job.ToOptions(options.Value.Workers);
        corpus.CheckpointInterval = options.Value.CheckpointInterval;
        return new(corpus, repair);
    }
}
