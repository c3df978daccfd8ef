namespace TextRepair.Orleans;

/// <summary>The names of running jobs.</summary>
[GenerateSerializer, Alias("textrepair.jobs")]
internal sealed class CorpusJobsState
{
    [Id(0)]
    public List<string> Names { get; set; } = [];
}
