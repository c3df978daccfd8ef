using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>Plans a job, hands its shards out and hears how they go.</summary>
internal sealed partial class CorpusJobGrain(
    [PersistentState("job", TextRepairSilo.Storage)] IPersistentState<CorpusJobState> state,
    [PersistentState("plan", TextRepairSilo.Storage)] IPersistentState<CorpusJobPlan> plan,
    IOptions<TextRepairSiloOptions> options,
    TimeProvider time,
    ILogger<CorpusJobGrain> logger) : Grain, ICorpusJobGrain, IShardSourceGrain
{
    private const byte Open = 0, Done = 1, Failed = 2;

    private readonly Dictionary<int, Lease> _leases = [];
    private readonly PriorityQueue<int, int> _open = new();
    private readonly Dictionary<int, int> _attempts = [];
    private bool _isDirty;
    private bool _isFinishing;

    private CorpusJobState State => state.State;

    private CorpusJobPlan Plan => plan.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // A silo may have died between writing the plan and the progress. Without a plan there is no job.
        if (State.Plan != Plan.Version) State.Begin(Plan);
        if (Plan.Names.Length == 0) State.Phase = JobPhase.None;
        FindOpen();
        this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(options.Value.SaveInterval, options.Value.SaveInterval) { Interleave = true });
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_isDirty) await SaveAsync();
    }

    public async Task<JobStatus> StartAsync(CorpusJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (State.Job is { } before && (before with { MaximumRejects = job.MaximumRejects }).Key != job.Key)
            throw new CorpusException($"The job {this.GetPrimaryKeyString()} is about something else ({before.Input}). Take another name.");
        // A folder of many thousand files takes a while to list; the thread of the grain is not for waiting.
        CorpusPlan found = await Task.Run(() => CorpusPlan.Create(job.Input, job.Output));
        if (!Plan.Is(found)) await BeginAsync(found);
        State.Marks.AsSpan().Replace(Failed, Open);
        State.Failures.Clear();
        _attempts.Clear();
        (State.Job, State.Phase) = (job, JobPhase.Running);
        FindOpen();
        await SaveAsync();
        await GrainFactory.GetGrain<ICorpusJobsGrain>(0).AddAsync(this.GetPrimaryKeyString());
        return Status();
    }

    public async Task<JobStatus> CancelAsync()
    {
        if (State.Phase == JobPhase.Running) await EndAsync(JobPhase.Cancelled);
        return Status();
    }

    public Task<JobStatus> GetStatusAsync() => Task.FromResult(Status());

    public Task<ShardLease?> TakeAsync(string worker)
    {
        if (State.Phase != JobPhase.Running || !_open.TryDequeue(out int shard, out _)) return Task.FromResult<ShardLease?>(null);
        _leases[shard] = new(worker, time.GetUtcNow(), default);
        return Task.FromResult<ShardLease?>(new(State.Job!, shard, Plan.Names[shard], Plan.Root + Plan.Names[shard], Plan.Bytes[shard], Plan.Written[shard]));
    }

    public async Task<bool> HearAsync(int shard, string worker, ShardNews news)
    {
        if (State.Phase != JobPhase.Running) return false;
        // After this grain was moved it knows of no leases. Whoever is heard of has one, and whoever holds the shard's lock works
        // on it: a second worker finds it busy and goes away.
        if (State.Marks[shard] == Open) _leases[shard] = new(worker, time.GetUtcNow(), news);
        if (!(Total().Rejects > State.Job!.MaximumRejects)) return true;
        await EndAsync(JobPhase.Stopped);
        return false;
    }

    public async Task EndAsync(int shard, string worker, ShardOutcome outcome, ShardNews news, string? message)
    {
        if (_leases.TryGetValue(shard, out Lease? lease) && lease.Worker == worker) _leases.Remove(shard);
        if (State.Job is null || State.Marks[shard] != Open) return;
        OrleansTelemetry.Ended(outcome);
        if (outcome == ShardOutcome.Done) MarkDone(shard, news);
        else if (outcome == ShardOutcome.Failed && Attempt(shard) >= options.Value.MaximumAttempts) MarkFailed(shard, message);
        else if (!_leases.ContainsKey(shard)) _open.Enqueue(shard, shard + Postponed(outcome));
        if (Total().Rejects > State.Job.MaximumRejects && State.Phase == JobPhase.Running) await EndAsync(JobPhase.Stopped);
    }

    // Shards that did not go well this time come after all the others.
    private int Postponed(ShardOutcome outcome) => outcome == ShardOutcome.Stopped ? 0 : Plan.Names.Length;

    private int Attempt(int shard) => _attempts[shard] = _attempts.GetValueOrDefault(shard) + 1;

    private void MarkDone(int shard, ShardNews news)
    {
        State.Marks[shard] = Done;
        State.Done += news with { Bytes = Plan.Bytes[shard] };
        _leases.Remove(shard);
        _isDirty = true;
    }

    private void MarkFailed(int shard, string? message)
    {
        State.Marks[shard] = Failed;
        State.Failures[shard] = message ?? "";
        _isDirty = true;
        LogFailed(Plan.Names[shard], message ?? "");
    }

    private async Task BeginAsync(CorpusPlan found)
    {
        Plan.Set(found);
        State.Begin(Plan);
        _leases.Clear();
        try
        {
            await plan.WriteStateAsync();
        }
        catch
        {
            // Progress of a plan that the store does not hold would be progress of nothing.
            plan.State = new();
            State.Begin(Plan);
            throw;
        }
    }

    private void FindOpen()
    {
        _open.Clear();
        for (int shard = 0; shard < State.Marks.Length; shard++)
            if (State.Marks[shard] == Open && !_leases.ContainsKey(shard)) _open.Enqueue(shard, shard);
    }

    private async Task TickAsync(CancellationToken cancellation)
    {
        FreeSilentLeases();
        if (_isDirty) await SaveAsync();
        if (State.Phase != JobPhase.Running || _isFinishing || State.Marks.Contains(Open)) return;
        _isFinishing = true;
        try
        {
            await FinishAsync();
        }
        finally
        {
            _isFinishing = false;
        }
    }

    private void FreeSilentLeases()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((int shard, Lease lease) in _leases.ToArray())
        {
            if (now - lease.Heard < options.Value.LeaseTime) continue;
            LogSilent(lease.Worker, Plan.Names[shard]);
            OrleansTelemetry.LeaseExpired();
            _leases.Remove(shard);
            _open.Enqueue(shard, shard);
        }
    }

    private async Task FinishAsync()
    {
        CorpusJob job = State.Job!;
        await Task.Run(() =>
        {
            CorpusPlan found = CorpusPlan.Create(job.Input, job.Output);
            using var engine = new CorpusEngine(job.ToOptions(threads: 1), _ => throw new InvalidOperationException("Only the fingerprint is asked for."));
            CorpusReport.Write(found, job.Output, engine.Fingerprint);
        });
        await EndAsync(State.Failures.Count > 0 ? JobPhase.Failed : JobPhase.Done);
    }

    private async Task EndAsync(JobPhase phase)
    {
        State.Phase = phase;
        await SaveAsync();
        await GrainFactory.GetGrain<ICorpusJobsGrain>(0).RemoveAsync(this.GetPrimaryKeyString());
    }

    // The store may be away for a while; the markers on the disk are the truth, so work goes on and the note is written later.
    private async Task SaveAsync()
    {
        _isDirty = false;
        try
        {
            await state.WriteStateAsync();
        }
        catch (InconsistentStateException e)
        {
            // Somebody else wrote, or a write took effect that was reported as failed: what the store holds is read again by the
            // next activation, and shards that are done and not noted there are found done at once.
            LogNotSaved(e, this.GetPrimaryKeyString());
            DeactivateOnIdle();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _isDirty = true;
            LogNotSaved(e, this.GetPrimaryKeyString());
        }
    }

    private ShardNews Total() => _leases.Values.Aggregate(State.Done, (total, lease) => total + lease.News);

    private JobStatus Status()
    {
        ShardNews total = Total();
        return new(
            State.Phase,
            Plan.Names.Length,
            State.Marks.Count(mark => mark == Done),
            _leases.Count,
            total.Bytes,
            Plan.Bytes.Sum(),
            total.Documents,
            total.Characters,
            total.ChangedDocuments,
            total.Edits,
            total.Rejects,
            [.. State.Failures.OrderBy(failure => failure.Key).Take(100).Select(failure => $"{Plan.Names[failure.Key]}: {failure.Value}")]);
    }

    [LoggerMessage(LogLevel.Warning, "{Worker} has not been heard of; {Shard} is handed out again.")]
    private partial void LogSilent(string worker, string shard);

    [LoggerMessage(LogLevel.Error, "{Shard} failed: {Message}")]
    private partial void LogFailed(string shard, string message);

    [LoggerMessage(LogLevel.Warning, "The progress of {Job} could not be saved; it will be tried again.")]
    private partial void LogNotSaved(Exception e, string job);

    private sealed record Lease(string Worker, DateTimeOffset Heard, ShardNews News);
}
