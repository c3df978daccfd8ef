using System.Collections.Concurrent;
using Orleans.Storage;

namespace TextRepair.Orleans.Tests;

/// <summary>Keeps states as bytes outside of all silos, as Redis does, and can be away for a while.</summary>
internal sealed class SharedStorage(global::Orleans.Serialization.Serializer serializer) : IGrainStorage
{
    private static readonly ConcurrentDictionary<string, (byte[] Bytes, string Tag)> States = new();

    /// <summary>Gets or sets a value indicating whether the store refuses to be written.</summary>
    public static bool IsAway { get; set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!States.TryGetValue($"{stateName} {grainId}", out var found)) return Task.CompletedTask;
        (grainState.State, grainState.ETag, grainState.RecordExists) = (serializer.Deserialize<T>(found.Bytes), found.Tag, true);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (IsAway) throw new IOException("The store is away.");
        string tag = Guid.NewGuid().ToString();
        States[$"{stateName} {grainId}"] = (serializer.SerializeToArray(grainState.State), tag);
        (grainState.ETag, grainState.RecordExists) = (tag, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        States.TryRemove($"{stateName} {grainId}", out _);
        return Task.CompletedTask;
    }
}
