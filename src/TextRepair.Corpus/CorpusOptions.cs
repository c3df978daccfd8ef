namespace TextRepair.Corpus;

/// <summary>Which files a <see cref="CorpusRunner"/> repairs, and how.</summary>
public sealed class CorpusOptions
{
    /// <summary>Gets or sets what to read: a folder, a file, or a pattern such as <c>data/**/*.jsonl.gz</c>.</summary>
    /// <value>In a folder, every <c>.jsonl</c> and <c>.ndjson</c> file is read, plain or ending in <c>.gz</c> or <c>.zst</c>; edits and rejects files are passed over.</value>
    public required string Input { get; set; }

    /// <summary>Gets or sets the folder that receives the repaired files under their own names.</summary>
    public required string Output { get; set; }

    /// <summary>Gets or sets the field of a record that holds the text.</summary>
    /// <value>The default is <c>text</c>. Every other field passes through byte for byte.</value>
    public string Field { get; set; } = "text";

    /// <summary>Gets or sets the field that identifies a record in the edits file.</summary>
    /// <value>The default is <c>id</c>. Records without it are known by their line alone.</value>
    public string IdField { get; set; } = "id";

    /// <summary>Gets or sets the length, in bytes, above which a line goes to the rejects.</summary>
    /// <value>From 1 to 1 GiB; the default is 16 MiB. Memory grows with it, since a document is judged whole.</value>
    public int MaximumLineBytes { get; set; } = 16 << 20;

    /// <summary>Gets or sets how many rejected lines stop the run.</summary>
    /// <value>At least 0; the run stops when there are more. The default is <see langword="null"/>: it never stops for them.</value>
    public long? MaximumRejects { get; set; }

    /// <summary>Gets or sets the confidence from which an edit is recorded without being made.</summary>
    /// <value>
    /// The default is <see langword="null"/>: what is made is recorded, nothing else. With a value below the repairer's
    /// <see cref="TextRepairOptions.MinimumConfidence"/> documents are decided at this value, and of the edits found only those
    /// at the minimum confidence are made; <see cref="CorpusEdits"/> can make the others later.
    /// </value>
    public double? RecordedConfidence { get; set; }

    /// <summary>Gets or sets which part of the shards this run works on.</summary>
    /// <value>The default is all of them.</value>
    public ShardSelection Shard { get; set; } = ShardSelection.All;

    /// <summary>Gets or sets how many documents are repaired at a time.</summary>
    /// <value>At least 1; the default is the number of processors.</value>
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Gets or sets how often the place reached in a shard is written down.</summary>
    /// <value>The default is five seconds: what a killed run repeats at most, and a flush of the disk each time.</value>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how texts are repaired.</summary>
    public TextRepairOptions Repair { get; set; } = new();

    /// <summary>Gets or sets where blocks end. Part of the format: another value gives other compressed bytes.</summary>
    internal int BlockBytes { get; set; } = 1 << 20;

    /// <summary>Checks what can be checked without reading a file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it and the values allowed.</exception>
    internal void Check()
    {
        if (MaximumLineBytes is < 1 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(MaximumLineBytes), MaximumLineBytes, "MaximumLineBytes must be from 1 to 1 GiB.");
        if (MaximumRejects < 0) throw new ArgumentOutOfRangeException(nameof(MaximumRejects), MaximumRejects, "MaximumRejects must be 0 or more.");
        if (Threads < 1) throw new ArgumentOutOfRangeException(nameof(Threads), Threads, "Threads must be at least 1.");
        if (Shard.Number < 1 || Shard.Number > Shard.Of)
            throw new ArgumentOutOfRangeException(nameof(Shard), Shard, "Shard must be K/N with K from 1 to N.");
        if (RecordedConfidence is not (null or (>= 0.5 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(RecordedConfidence), RecordedConfidence, "RecordedConfidence must be from 0.5 to 1.");
    }
}
