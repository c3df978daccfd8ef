using TextRepair.Context;
using TextRepair.Matching;

namespace TextRepair.Training;

/// <summary>Trains the experts from slots of clean text, without labels made by hand.</summary>
/// <remarks>
/// In clean text every original is a case of "the original was meant", every suspect one of "the suspect was meant". Scores
/// are calibrated (Platt, 1999) on sources that the model has not seen: half of the sources each way.
/// </remarks>
internal sealed class ContextTrainer(SwapTable table)
{
    private const float Alpha = 0.1f;
    private const float Beta = 1;
    private const float L1 = 0.6f;
    private const float L2 = 1;
    private const int Epochs = 4;
    // With four times the weights, log loss on held-out documents falls by 5 in 100 for 工程→项目, 标准→规范 and 方案→计划. Other
    // families are seen too rarely to pay for that.
    private const int MostCells = 1 << 17;
    private const int MostCellsOfOthers = 1 << 14;
    private const double LeastWeight = 0.06;

    private static readonly int[] All = [.. Enumerable.Range(0, FeatureExtractor.Count)];

    /// <summary>Trains all experts on the slots that are taken.</summary>
    /// <param name="slots">The slots of each suspect.</param>
    /// <param name="take">Tells which slots to train on, by source and share.</param>
    public List<ExpertData> Train(IReadOnlyList<SlotSet> slots, Func<int, int, bool> take)
    {
        var experts = new ExpertData[table.Swaps.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        Parallel.ForEach(table.Swaps.OrderByDescending(s => slots[table.SuspectOfSwap[s.Index]].Count), options, swap =>
        {
            Suspect suspect = table.Suspects[table.SuspectOfSwap[swap.Index]];
            experts[swap.Index] = Train(suspect, swap, slots[suspect.Index], take);
        });
        return [.. experts];
    }

    private static ExpertData Train(Suspect suspect, Swap swap, SlotSet slots, Func<int, int, bool> take)
    {
        int label = 1 + swap.Index - suspect.FirstSwap;
        int[] cases = [.. Enumerable.Range(0, slots.Count)
            .Where(i => slots.Label(i) is var l && (l == 0 || l == label) && take(slots.Source(i), slots.Share(i)))];
        Shuffle(cases);
        List<(int Slot, double Score, bool Positive)> scores = ScoreHalves(slots, cases, label, All);
        (double slope, double offset) = Calibrate(scores);
        double cap = EvidenceCap.Measure(scores.Select(s => (slots.Source(s.Slot), slots.Document(s.Slot), (slope * s.Score) + offset, s.Positive)));
        FtrlLearner final = Learn(slots, cases, label, All);
        int positive = cases.Count(i => slots.Label(i) == label);
        double prior = Math.Log((positive + 1.0) / (cases.Length - positive + 1.0));
        var parameters = new ExpertParameters((float)slope, (float)offset, (float)prior, (float)cap);
        byte[] table = ExpertData.MakeTable(Quantised(final, 1, swap.Families.Split(',').Contains("A") ? MostCells : MostCellsOfOthers));
        (int firstBias, List<(uint, sbyte)> firstLook) = TrainFirstLook(slots, cases, label);
        return new ExpertData(suspect.Damaged, swap.Original, parameters, (int)Math.Round(final.BiasWeight * Expert.UnitsPerNat), table, firstBias, firstLook);
    }

    // The same with the nearest characters alone; calibration is part of the weights.
    private static (int Bias, List<(uint Feature, sbyte Weight)> Weights) TrainFirstLook(SlotSet slots, int[] cases, int label)
    {
        int[] features = FeatureExtractor.NearestFeatures.ToArray();
        (double slope, double offset) = Calibrate(ScoreHalves(slots, cases, label, features));
        FtrlLearner learner = Learn(slots, cases, label, features);
        return ((int)Math.Round(((slope * learner.BiasWeight) + offset) * Expert.UnitsPerNat), Quantised(learner, slope, MostCells));
    }

    // The score of each case by a model that has not seen its source.
    private static List<(int Slot, double Score, bool Positive)> ScoreHalves(SlotSet slots, int[] cases, int label, int[] features)
    {
        var scores = new List<(int Slot, double Score, bool Positive)>(cases.Length);
        uint[] room = new uint[features.Length];
        foreach (int half in (int[])[0, 1])
        {
            FtrlLearner learner = Learn(slots, cases.Where(i => slots.Source(i) % 2 != half), label, features);
            foreach (int i in cases.Where(i => slots.Source(i) % 2 == half)) scores.Add((i, learner.Score(Chosen(slots[i], features, room)), slots.Label(i) == label));
        }
        return scores;
    }

    private static (double Slope, double Offset) Calibrate(List<(int Slot, double Score, bool Positive)> scores) =>
        Calibration.Fit([.. scores.Select(s => (s.Score, s.Positive))]);

    private static FtrlLearner Learn(SlotSet slots, IEnumerable<int> cases, int label, int[] features)
    {
        var learner = new FtrlLearner(Alpha, Beta, L1, L2);
        uint[] room = new uint[features.Length];
        for (int epoch = 0; epoch < Epochs; epoch++)
            foreach (int i in cases)
                learner.Learn(Chosen(slots[i], features, room), slots.Label(i) == label, 1);
        return learner;
    }

    private static ReadOnlySpan<uint> Chosen(ReadOnlySpan<uint> features, int[] chosen, uint[] room)
    {
        for (int i = 0; i < chosen.Length; i++) room[i] = features[chosen[i]];
        return room;
    }

    private static List<(uint, sbyte)> Quantised(FtrlLearner learner, double slope, int cells)
    {
        var weights = new List<(uint Feature, float Weight)>();
        for (uint feature = 0; feature < 1u << FeatureExtractor.KeyBits; feature++)
            if (learner.WeightOf(feature) is var weight && Math.Abs(weight) >= LeastWeight) weights.Add((feature, weight));
        return [.. weights
            .OrderByDescending(w => Math.Abs(w.Weight)).ThenBy(w => w.Feature)
            .Take((int)(cells * ExpertData.MostLoad))
            .OrderBy(w => w.Feature)
            .Select(w => (w.Feature, (sbyte)Math.Clamp(Math.Round(slope * w.Weight * Expert.UnitsPerNat), -127, 127)))];
    }

    // The same order on every run: a fixed linear congruential sequence.
    private static void Shuffle(int[] items)
    {
        ulong state = 1;
        for (int i = items.Length - 1; i > 0; i--)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            int j = (int)((state >> 33) % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
