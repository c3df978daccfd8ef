using System.Runtime.InteropServices;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Reads the contexts of a few words, the rarest of the text first, to show that the others need not be read.</summary>
/// <remarks>
/// Each word that was read replaces its part of the <see cref="EvidenceBound"/> by what it says at most: protected places
/// and repeated contexts still count. So "cannot be damaged" is as certain as if everything had been read. Used again and again; not thread-safe.
/// </remarks>
internal sealed class EvidenceProbe(SwapTable table, DamageModel model, EvidenceBound bound, PlaceReader reader)
{
    // What may be spent; and when it is plain that reading everything will be necessary.
    private const int LeastPlaces = 32;
    private const double MostShare = 0.25;
    private const int MostSpeaking = 3;

    // So many places are read together, at first and then: reading one that is not needed costs more than waiting for one.
    private const int FirstAhead = 1, NextAhead = 2;

    // At this ratio a swap speaks so clearly against damage that no more of its places need be read.
    private const double Settled = -6;

    private readonly List<(int Count, double Most, int Swap)> _order = [];
    private readonly SuspectReading[] _ahead = [.. Enumerable.Range(0, PlaceReader.BatchSize).Select(_ => new SuspectReading(table))];
    private readonly double[] _logs = new double[DamageFamily.All.Count];

    /// <summary>Tells whether the evidence of a text may reach a threshold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Its matches.</param>
    /// <param name="counts">The same, counted.</param>
    /// <param name="threshold">The log-likelihood ratio that matters, in nats.</param>
    public bool MayReach(string text, List<Match> matches, WordCounts counts, double threshold)
    {
        bound.Of(counts, _logs);
        if (!EvidenceBound.Reaches(_logs, threshold)) return false;
        FindOrder(counts);
        double left = Math.Max(LeastPlaces, MostShare * matches.Count);
        int speaking = 0, ahead = 0, firstAhead = 0;
        reader.BeginText(text);
        for (int i = 0; i < _order.Count; i++)
        {
            left -= _order[i].Count;
            if (left < 0 || speaking == MostSpeaking) return true;
            if (i == ahead) (firstAhead, ahead) = (i, i + ReadAhead(matches, counts, i));
            if (Read(matches, counts, _ahead[i - firstAhead])) speaking++;
            if (!EvidenceBound.Reaches(_logs, threshold)) return false;
        }
        return true;
    }

    // Reads the first places of some suspects together, which costs little more than one. Tells how many suspects there are.
    private int ReadAhead(List<Match> matches, WordCounts counts, int first)
    {
        int count = 0, most = first == 0 ? FirstAhead : NextAhead;
        reader.BeginBatch();
        for (; count < _ahead.Length && first + count < _order.Count && (count == 0 || reader.Count < most); count++)
        {
            SuspectReading reading = _ahead[count];
            reading.Begin(table.Suspects[table.SuspectOfSwap[_order[first + count].Swap]], counts);
            AddPlaces(matches, reading, Math.Min(most, reader.Count + _order[first + count].Count));
        }
        reader.Score(countsPairs: false);
        for (int i = 0, place = 0; i < count; i++) place = _ahead[i].Take(reader, place);
        return count;
    }

    // Suspects, each by its first swap: first those that take little reading, and of those the ones that can say much.
    private void FindOrder(WordCounts counts)
    {
        _order.Clear();
        foreach (int swap in counts.Present)
        {
            if (counts.DamagedOf(swap) == 0) continue;
            Suspect suspect = table.Suspects[table.SuspectOfSwap[swap]];
            if (suspect.FirstSwap != swap) continue;
            double most = 0;
            foreach (Swap original in suspect.Swaps) most += bound.MostOf(counts, original.Index)[0];
            _order.Add((ToBeRead(counts.DamagedOf(swap), LeastAlive(counts, suspect)), most, swap));
        }
        _order.Sort(static (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : a.Most != b.Most ? b.Most.CompareTo(a.Most) : a.Swap.CompareTo(b.Swap));
    }

    // Living originals outweigh some places unread, whatever stands there.
    private static int ToBeRead(int damaged, int alive) =>
        Math.Max(0, damaged - (int)Math.Max(0, ((DamageModel.AlivePenalty * alive) + Settled) / DamageModel.OccurrenceCap));

    // Goes on reading until nothing that is left can matter.
    private bool Read(List<Match> matches, WordCounts counts, SuspectReading reading)
    {
        while (reading.Left > 0 && !IsSettled(counts, reading))
        {
            reader.BeginBatch();
            AddPlaces(matches, reading, Math.Clamp(ToBeRead(reading.Left, LeastAlive(counts, reading.Suspect)), 1, PlaceReader.BatchSize));
            reader.Score(countsPairs: false);
            reading.Take(reader, 0);
        }
        bool speaks = false;
        foreach (Swap swap in reading.Suspect.Swaps)
        {
            double ratio = MostOf(counts, reading, swap);
            bound.Replace(counts, swap.Index, Math.Min(ratio, model.CapOf(swap.Index)), _logs);
            speaks |= ratio > 1;
        }
        return speaks;
    }

    // Adds places of a suspect until the batch has so many.
    private void AddPlaces(List<Match> matches, SuspectReading reading, int count)
    {
        ReadOnlySpan<Match> all = CollectionsMarshal.AsSpan(matches);
        reader.GoBack();
        for (; reader.Count < count && reading.Added < reading.Left; reading.Next++)
        {
            if (all[reading.Next].Pattern != reading.Suspect.Pattern) continue;
            reader.Add(matches, reading.Next);
            reading.Added++;
        }
    }

    private static int LeastAlive(WordCounts counts, Suspect suspect)
    {
        int alive = int.MaxValue;
        foreach (Swap original in suspect.Swaps) alive = Math.Min(alive, counts.AliveOf(original.Index));
        return alive;
    }

    private static bool IsSettled(WordCounts counts, SuspectReading reading)
    {
        foreach (Swap swap in reading.Suspect.Swaps) if (MostOf(counts, reading, swap) > Settled) return false;
        return true;
    }

    // What a swap can say at most when some places have said their sum and others are unread.
    private static double MostOf(WordCounts counts, SuspectReading reading, Swap swap) =>
        reading.SumOf(swap) + (reading.Left * DamageModel.OccurrenceCap) - (DamageModel.AlivePenalty * counts.AliveOf(swap.Index));
}
