using System.Collections.Concurrent;

namespace TextRepair.Cli;

/// <summary>Works on several items at once and hands the results over in the order of the items.</summary>
internal static class Ordered
{
    /// <summary>Runs.</summary>
    /// <param name="items">The items; enumerated on a thread of its own, never further ahead than the queue is long.</param>
    /// <param name="work">Called on several threads.</param>
    /// <param name="consume">Called on the calling thread, in order. Slow consumers hold the others back.</param>
    /// <param name="threads">How many items are worked on at once.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> consume, int threads, CancellationToken cancellation)
    {
        // Neither is disposed of: when a run fails, the reader may sit in a read that nobody can interrupt (a pipe that stays
        // open) and come back to them later.
        var queue = new BlockingCollection<Task<TResult>>(2 * threads);
        var slots = new SemaphoreSlim(threads);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken token = stop.Token;
        Task reader = Task.Factory.StartNew(
            () => Read(items, work, queue, slots, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (Task<TResult> task in queue.GetConsumingEnumerable(cancellation)) consume(task.GetAwaiter().GetResult());
            reader.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
        }
    }

    private static void Read<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, BlockingCollection<Task<TResult>> queue, SemaphoreSlim slots, CancellationToken stop)
    {
        try
        {
            foreach (TItem item in items)
            {
                slots.Wait(stop);
                queue.Add(Task.Run(() => Work(item, work, slots), CancellationToken.None), stop);
            }
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private static TResult Work<TItem, TResult>(TItem item, Func<TItem, TResult> work, SemaphoreSlim slots)
    {
        try
        {
            return work(item);
        }
        finally
        {
            slots.Release();
        }
    }
}
