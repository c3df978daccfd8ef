using System.Collections;

namespace TextRepair.Training;

/// <summary>Weights that are trained by stochastic gradients with a rate of their own for each (Duchi 2011).</summary>
/// <remarks>With a penalty it is FTRL-Proximal (McMahan 2013): weights that few gradients speak for stay exactly 0.</remarks>
internal sealed class AdaGrad(float rate, float decay, float penalty = 0, int bits = 24)
{
    private readonly int _shift = 32 - bits;

    // All about a weight lies together: reading it is one miss of the cache, and that is most of the time.
    private readonly Entry[] _entries = new Entry[1 << bits];
    private BitArray? _kept;

    /// <summary>Adds the weights of some features.</summary>
    public float Sum(ReadOnlySpan<uint> features)
    {
        float sum = 0;
        foreach (uint feature in features) sum += _entries[feature >> _shift].Weight;
        return sum;
    }

    /// <summary>Moves the weights of some features against a gradient.</summary>
    public void Update(ReadOnlySpan<uint> features, float gradient)
    {
        foreach (uint feature in features)
        {
            uint i = feature >> _shift;
            if (_kept is not null && !_kept[(int)i]) continue;
            ref Entry entry = ref _entries[i];
            float g = gradient + (decay * entry.Weight);
            entry.Feature = feature;
            if (penalty > 0)
            {
                UpdateProximal(ref entry, g);
                continue;
            }
            entry.Square += g * g;
            entry.Weight -= rate * g / (MathF.Sqrt(entry.Square) + 1e-3f);
        }
    }

    /// <summary>Keeps the most important features and forgets all that was learned, to learn again with those alone.</summary>
    public void Prune(int count)
    {
        _kept = new BitArray(_entries.Length);
        foreach (int i in Ranked().Take(count)) _kept[i] = true;
        Array.Clear(_entries);
    }

    /// <summary>Gets the weights by feature, the most important first.</summary>
    public IEnumerable<KeyValuePair<uint, float>> Result() =>
        Ranked().Select(i => KeyValuePair.Create(_entries[i].Feature, _entries[i].Weight));

    private void UpdateProximal(ref Entry entry, float g)
    {
        const float Beta = 0.1f;
        float before = entry.Square, after = before + (g * g);
        float sum = entry.Sum + g - ((MathF.Sqrt(after) - MathF.Sqrt(before)) / rate * entry.Weight);
        (entry.Square, entry.Sum) = (after, sum);
        float beyond = MathF.Abs(sum) - penalty;
        entry.Weight = beyond <= 0 ? 0 : -MathF.CopySign(beyond, sum) * rate / (Beta + MathF.Sqrt(after));
    }

    // A weight matters by its size and by how often it was needed, of which the sum of its gradients' squares is a measure.
    private int[] Ranked()
    {
        int[] used = [.. Enumerable.Range(0, _entries.Length).Where(i => _entries[i].Square > 0 && (penalty == 0 || _entries[i].Weight != 0))];
        float[] importance = Array.ConvertAll(used, i => -MathF.Abs(_entries[i].Weight) * MathF.Sqrt(_entries[i].Square));
        Array.Sort(importance, used);
        return used;
    }

    // The feature that last changed a weight stands for it: at this size few weights are shared by two.
    private record struct Entry(float Weight, float Square, float Sum, uint Feature);
}
