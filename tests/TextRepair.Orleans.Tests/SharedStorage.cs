using System.Collections.Concurrent;
using Orleans.Storage;

namespace TextRepair.Orleans.Tests;

/// <summary>Keeps the states of one cluster as bytes outside of its silos, as Redis does.</summary>
/// <remarks>Clusters run side by side, and one must not find the other's jobs.</remarks>
internal sealed class SharedStorage(global::Orleans.Serialization.Serializer serializer, string cluster) : IGrainStorage
{
    private static readonly ConcurrentDictionary<string, (byte[] Bytes, string Tag)> States = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!States.TryGetValue($"{cluster} {stateName} {grainId}", out var found)) return Task.CompletedTask;
        (grainState.State, grainState.ETag, grainState.RecordExists) = (serializer.Deserialize<T>(found.Bytes), found.Tag, true);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string tag = Guid.NewGuid().ToString();
        States[$"{cluster} {stateName} {grainId}"] = (serializer.SerializeToArray(grainState.State), tag);
        (grainState.ETag, grainState.RecordExists) = (tag, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        States.TryRemove($"{cluster} {stateName} {grainId}", out _);
        return Task.CompletedTask;
    }
}
