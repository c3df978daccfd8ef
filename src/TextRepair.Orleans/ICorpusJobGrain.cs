namespace TextRepair.Orleans;

/// <summary>One job; its key is the name people give it.</summary>
[Alias("textrepair.ICorpusJobGrain")]
public interface ICorpusJobGrain : IGrainWithStringKey
{
    /// <summary>Starts the job, or goes on with it where it was left.</summary>
    /// <param name="job">What to repair. Of a job that was left, only <see cref="CorpusJob.MaximumRejects"/> may differ.</param>
    /// <exception cref="Corpus.CorpusException">There is no input, or a job of this name is about something else.</exception>
    [Alias("Start"), ResponseTimeout("00:10:00")]
    Task<JobStatus> StartAsync(CorpusJob job);

    /// <summary>Stops handing out shards and asks workers to stop at the next block. What is done stays done.</summary>
    [Alias("Cancel")]
    Task<JobStatus> CancelAsync();

    /// <summary>Tells how far the job has come.</summary>
    [Alias("GetStatus")]
    Task<JobStatus> GetStatusAsync();
}
