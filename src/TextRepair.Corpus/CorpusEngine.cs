namespace TextRepair.Corpus;

/// <summary>What all shards of a run share: the repairer, the settings, and the right to use a processor.</summary>
internal sealed class CorpusEngine : IDisposable
{
    private readonly SemaphoreSlim _processors;

    public CorpusEngine(CorpusOptions options, Func<string, DocumentRepair>? repair = null)
    {
        options.Check();
        (Options, Fingerprint) = (options, TextRepair.Corpus.Fingerprint.Of(options));
        Settings = new(options.Field, options.IdField, options.MaximumLineBytes, options.BlockBytes, options.Repair.MinimumConfidence);
        Func<string, DocumentRepair> decide = repair ?? CreateRepair(options);
        double minimum = Settings.MinimumConfidence;
        Processor = new((place, text) => EditsRecord.Of(place, decide(text), minimum), options.Field, options.IdField, options.MaximumLineBytes);
        _processors = new(options.Threads);
    }

    public CorpusOptions Options { get; }

    public string Fingerprint { get; }

    public ShardSettings Settings { get; }

    public DocumentProcessor Processor { get; }

    /// <summary>Repairs a block on a thread of the pool once a processor is free.</summary>
    public async Task<BlockResult> ProcessAsync(Block block, Compression compression, CancellationToken cancellation)
    {
        await _processors.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Processor.Process(block, compression), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _processors.Release();
            block.Dispose();
        }
    }

    public void Dispose() => _processors.Dispose();

    private static Func<string, DocumentRepair> CreateRepair(CorpusOptions options)
    {
        TextRepairOptions repair = options.Repair;
        double minimum = repair.MinimumConfidence;
        // The repairer reads its options once; they are the caller's, so they are put back as they were.
        repair.MinimumConfidence = Math.Min(minimum, options.RecordedConfidence ?? minimum);
        try
        {
            var repairer = new TextRepairer(repair);
            return text => DocumentRepair.Of(repairer.Repair(text));
        }
        finally
        {
            repair.MinimumConfidence = minimum;
        }
    }
}
