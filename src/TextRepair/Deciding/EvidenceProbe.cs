using System.Runtime.Intrinsics;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Reads the contexts of a few words, the rarest of the text first, to show that the others need not be read.</summary>
/// <remarks>
/// Each word that was read replaces its part of the <see cref="EvidenceBound"/> by what it says at most: protected places
/// and repeated contexts still count. So "cannot be damaged" is as certain as if everything had been read. Most texts need not
/// be read: the first look at the nearest characters shows the same, with room to spare. Used again and again; not thread-safe.
/// </remarks>
internal sealed class EvidenceProbe(SwapTable table, EvidenceBound bound, FirstReader first, PlaceReader reader)
{
    // What may be spent; and when it is plain that reading everything will be necessary.
    private const int LeastPlaces = 32;
    private const double MostShare = 0.25;
    private const int FewestSpeaking = 3, SpeakingShare = 8;

    // So many places are read together, at first and then: reading one that is not needed costs more than waiting for one.
    private const int FirstAhead = 1, NextAhead = 2;

    // At this ratio a swap speaks so clearly against damage that no more of its places need be read.
    private const double Settled = -6;

    // By so many nats must a text miss the threshold at first look: with 2, F1 of damaged documents falls by 0.0006, with 3 where 40 of 100 swaps are in force, with 4 nowhere.
    private const double Doubt = 4;

    private const int SuspectBits = 24, LittleBits = 16, MostCounted = (1 << 24) - 1;
    private const uint SuspectMask = (1 << SuspectBits) - 1;
    private const double LittleMask = (1 << LittleBits) - 1, LeastSaid = 1 << (LittleBits - 1), SaidSteps = 256;

    private readonly List<ulong> _order = [];
    private readonly SuspectReading[] _ahead = [.. Enumerable.Range(0, PlaceReader.BatchSize).Select(_ => new SuspectReading(table))];
    private Vector512<double> _logs;

    /// <summary>Tells whether the evidence of a text may reach a threshold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Its matches.</param>
    /// <param name="counts">The same, counted.</param>
    /// <param name="threshold">The log-likelihood ratio that matters, in nats.</param>
    public bool MayReach(string text, List<Match> matches, WordCounts counts, double threshold)
    {
        Vector512<double> most = _logs = bound.Of(counts);
        if (!EvidenceBound.Reaches(_logs, threshold)) return false;
        FindOrder(counts);
        if (!MayReachAtFirst(text, matches, counts, threshold - Doubt)) return false;
        _logs = most;
        return MayReachInFull(text, matches, counts, threshold);
    }

    // Looks at the nearest characters alone.
    private bool MayReachAtFirst(string text, List<Match> matches, WordCounts counts, double threshold)
    {
        double left = Math.Max(LeastPlaces, MostShare * matches.Count);
        int speaking = 0;
        for (int i = 0; i < _order.Count; i++)
        {
            left -= CountAt(i);
            if (left < 0 || IsPlain(speaking, i)) return true;
            if (!first.CanRead(SuspectAt(i))) continue;
            if (Look(text, matches, counts, SuspectAt(i))) speaking++;
            if (!EvidenceBound.Reaches(_logs, threshold)) return false;
        }
        return true;
    }

    private bool Look(string text, List<Match> matches, WordCounts counts, Suspect suspect)
    {
        SuspectReading reading = _ahead[0];
        reading.Begin(suspect, counts);
        do
        {
            reading.GoToNext(matches);
            first.Read(text, matches, reading.Next++);
            reading.Take(first);
        }
        while (reading.Left > 0 && !IsSettled(counts, reading));
        return Replace(counts, reading);
    }

    private bool MayReachInFull(string text, List<Match> matches, WordCounts counts, double threshold)
    {
        double left = Math.Max(LeastPlaces, MostShare * matches.Count);
        int speaking = 0, ahead = 0, firstAhead = 0;
        reader.BeginText(text);
        for (int i = 0; i < _order.Count; i++)
        {
            left -= CountAt(i);
            if (left < 0 || IsPlain(speaking, i)) return true;
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
            reading.Begin(SuspectAt(first + count), counts);
            AddPlaces(matches, reading, Math.Min(most, reader.Count + CountAt(first + count)));
        }
        reader.Score(countsPairs: false);
        for (int i = 0, place = 0; i < count; i++) place = _ahead[i].Take(reader, place);
        return count;
    }

    // Suspects: first those that take little reading, and of those the ones that can say much.
    private void FindOrder(WordCounts counts)
    {
        _order.Clear();
        foreach (int swap in counts.Present)
        {
            if (counts.DamagedOf(swap) == 0) continue;
            Suspect suspect = table.Suspects[table.SuspectOfSwap[swap]];
            if (suspect.FirstSwap != swap) continue;
            double most = 0;
            foreach (Swap original in suspect.Swaps) most += bound.MostToFirst(counts, original.Index);
            _order.Add(KeyOf(ToBeRead(counts.DamagedOf(swap), LeastAlive(counts, suspect)), most, suspect.Index));
        }
        _order.Sort();
    }

    // One number to sort by: how many places take reading, then how little is said at most, then the suspect.
    private static ulong KeyOf(int count, double most, int suspect)
    {
        ulong little = (ulong)Math.Clamp(LeastSaid - (most * SaidSteps), 0, LittleMask);
        return ((ulong)Math.Min(count, MostCounted) << (SuspectBits + LittleBits)) | (little << SuspectBits) | (uint)suspect;
    }

    private int CountAt(int i) => (int)(_order[i] >> (SuspectBits + LittleBits));

    private Suspect SuspectAt(int i) => table.Suspects[(int)(_order[i] & SuspectMask)];

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
        return Replace(counts, reading);
    }

    // In a long clean text some words say a little for damage by chance, in a damaged one most of them.
    private static bool IsPlain(int speaking, int read) => speaking >= FewestSpeaking && speaking * SpeakingShare >= read;

    // Tells whether the suspect speaks for damage.
    private bool Replace(WordCounts counts, SuspectReading reading)
    {
        bool speaks = false;
        foreach (Swap swap in reading.Suspect.Swaps)
        {
            double ratio = MostOf(counts, reading, swap);
            bound.Replace(counts, swap.Index, ratio, ref _logs);
            speaks |= ratio > 1;
        }
        return speaks;
    }

    // Adds places of a suspect until the batch has so many.
    private void AddPlaces(List<Match> matches, SuspectReading reading, int count)
    {
        reader.GoBack();
        for (; reader.Count < count && reading.Added < reading.Left; reading.Added++)
        {
            reading.GoToNext(matches);
            reader.Add(matches, reading.Next++);
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
