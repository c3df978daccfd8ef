namespace TextRepair.Orleans;

/// <summary>How a silo works.</summary>
public sealed class TextRepairSiloOptions
{
    /// <summary>Gets or sets how many shards a silo works on at a time.</summary>
    /// <value>The default is the number of processors.</value>
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <summary>Gets or sets how often a silo without work looks for some.</summary>
    /// <value>The default is one second.</value>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how often a worker reports.</summary>
    /// <value>The default is two seconds.</value>
    public TimeSpan ReportInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets after how much silence a worker's shard is handed out again.</summary>
    /// <value>The default is 15 seconds. Too short is harmless: the shard is found busy.</value>
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how often a job writes down what is done.</summary>
    /// <value>The default is two seconds.</value>
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how often a shard is tried before it counts as failed.</summary>
    /// <value>The default is 3.</value>
    public int MaximumAttempts { get; set; } = 3;

    /// <summary>Gets or sets how often the place reached in a shard is written to the disk.</summary>
    /// <value>The default is five seconds.</value>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the longest text that <see cref="IRepairGrain"/> takes, in UTF-16 code units.</summary>
    /// <value>The default is a million.</value>
    public int MaximumCallLength { get; set; } = 1_000_000;

    /// <summary>Gets or sets how many calls of <see cref="IRepairGrain"/> a silo holds at a time, in work or waiting.</summary>
    /// <value>The default is 64 for each processor; what comes above is refused at once.</value>
    public int MaximumCalls { get; set; } = 64 * Environment.ProcessorCount;

    /// <summary>Gets or sets how the texts of <see cref="IRepairGrain"/> are repaired.</summary>
    public TextRepairOptions Repair { get; set; } = new();
}
