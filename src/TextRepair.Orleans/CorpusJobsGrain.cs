namespace TextRepair.Orleans;

/// <summary>Keeps the names of running jobs.</summary>
internal sealed class CorpusJobsGrain([PersistentState("jobs", TextRepairSilo.Storage)] IPersistentState<CorpusJobsState> state) : Grain, ICorpusJobsGrain
{
    public Task<IReadOnlyList<string>> ListAsync() => Task.FromResult<IReadOnlyList<string>>([.. state.State.Names]);

    public async Task AddAsync(string job)
    {
        if (state.State.Names.Contains(job)) return;
        state.State.Names.Add(job);
        await state.WriteStateAsync();
    }

    public async Task RemoveAsync(string job)
    {
        if (state.State.Names.Remove(job)) await state.WriteStateAsync();
    }
}
