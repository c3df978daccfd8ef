using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TextRepair.Streams;

/// <summary>Works on several items of a stream at once and hands the results over in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>Runs.</summary>
    /// <param name="items">The items; never read further ahead than twice as many as are worked on at once.</param>
    /// <param name="work">Called on the thread pool.</param>
    /// <param name="parallelism">How many items are worked on at once.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>A result as soon as it and those before it are there. A slow reader holds the others back.</returns>
    public static async IAsyncEnumerable<TResult> Select<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, int parallelism, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var queue = Channel.CreateBounded<Task<TResult>>(parallelism);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task reader = Read(items, work, queue.Writer, parallelism, stop.Token);
        try
        {
            await foreach (Task<TResult> task in queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return await task.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            // What went wrong while reading has come through the queue.
            await reader.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Read<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, ChannelWriter<Task<TResult>> queue, int parallelism, CancellationToken stop)
    {
        using var slots = new SemaphoreSlim(parallelism);
        var running = new HashSet<Task>();
        try
        {
            await foreach (TItem item in items.WithCancellation(stop).ConfigureAwait(false))
            {
                await slots.WaitAsync(stop).ConfigureAwait(false);
                Task<TResult> task = Task.Run(() => Work(item, work, slots), CancellationToken.None);
                running.RemoveWhere(done => done.IsCompleted);
                running.Add(task);
                await queue.WriteAsync(task, stop).ConfigureAwait(false);
            }
            queue.Complete();
        }
        catch (Exception e)
        {
            queue.Complete(e);
            throw;
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
