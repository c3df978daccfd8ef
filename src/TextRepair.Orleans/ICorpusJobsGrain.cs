namespace TextRepair.Orleans;

/// <summary>The names of the jobs that run, for silos that look for work. Its key is 0.</summary>
[Alias("textrepair.ICorpusJobsGrain")]
public interface ICorpusJobsGrain : IGrainWithIntegerKey
{
    /// <summary>Gets the names of running jobs, in the order they were started.</summary>
    [Alias("List")]
    Task<IReadOnlyList<string>> ListAsync();

    /// <summary>Adds a running job.</summary>
    /// <param name="job">Its name.</param>
    [Alias("Add")]
    Task AddAsync(string job);

    /// <summary>Removes a job that no longer runs.</summary>
    /// <param name="job">Its name.</param>
    [Alias("Remove")]
    Task RemoveAsync(string job);
}
