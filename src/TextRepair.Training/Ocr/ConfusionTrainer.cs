using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>Learns a <see cref="ConfusionModel"/>: P(read | printed) from counts, and from looks where there are none.</summary>
/// <remarks>
/// Looks speak through a softmax over all characters that could have been read, its weights fitted to the counted
/// confusions; it is the prior of a Dirichlet distribution for each printed character, to which its own counts are added.
/// </remarks>
internal sealed class ConfusionTrainer
{
    // The looks count as much as this many confusions of the same character.
    private const double PriorWeight = 8;
    private const int Negatives = 250;
    private const int Rounds = 400;
    private const int FeatureCount = Glyphs.Views + 5;

    private readonly ConfusionCounts _counts;
    private readonly Glyphs[] _fonts;
    private readonly LanguageModel _language;
    private readonly char[] _printed;
    private readonly char[] _read;
    private readonly Dictionary<(char, char), int> _pairs = [];
    private readonly Dictionary<char, int> _occurrences = [];
    private readonly Dictionary<char, int> _errors = [];
    private readonly Dictionary<char, int> _emitted = [];
    private double[] _weights = new double[FeatureCount];

    /// <summary>Initialises a trainer.</summary>
    public ConfusionTrainer(ConfusionCounts counts, Glyphs[] fonts, LanguageModel language)
    {
        (_counts, _fonts, _language) = (counts, fonts, language);
        foreach (((char printed, char read), int count) in counts.Pairs)
        {
            _pairs.Add((printed, read), count);
            _occurrences[printed] = _occurrences.GetValueOrDefault(printed) + count;
            if (printed == read) continue;
            _errors[printed] = _errors.GetValueOrDefault(printed) + count;
            _emitted[read] = _emitted.GetValueOrDefault(read) + count;
        }
        _printed = [.. language.Vocabulary.Characters.ToArray().Where(Vocabulary.IsHan)];
        _read = [.. _printed.Union(counts.Pairs.Select(pair => pair.Key.Observed)).Distinct().Order()];
    }

    /// <summary>Gets the weights of the looks, for the model card.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Learns the model.</summary>
    /// <param name="candidates">How many candidates to keep for each character.</param>
    public ConfusionModel Train(int candidates)
    {
        Fit();
        var lists = _read.ToDictionary(c => c, _ => new List<(ushort Id, double Cost, double Rank)>());
        foreach (char printed in _printed) AddCandidates(printed, lists);
        return Build(lists, candidates);
    }

    private void AddCandidates(char printed, Dictionary<char, List<(ushort Id, double Cost, double Rank)>> lists)
    {
        ushort id = _language.Vocabulary[printed];
        double[] looks = Looks(printed);
        double errors = _errors.GetValueOrDefault(printed);
        double meanRate = (double)_errors.Values.Sum() / Math.Max(1, _occurrences.Values.Sum());
        // How much harder this character is to read than the mean one.
        double hardness = (errors + 20 * meanRate) / (_occurrences.GetValueOrDefault(printed) + 20) / meanRate;
        double frequency = Math.Exp(-_language.FirstCost(id) / (double)LanguageModel.Scale);
        for (int i = 0; i < _read.Length; i++)
        {
            if (_read[i] == printed) continue;
            double count = CountOf(printed, _read[i]) + 0.5 * Math.Min(2, CountOf(_read[i], printed));
            double probability = hardness * (count + PriorWeight * looks[i]) / (errors + PriorWeight);
            if (probability < 1e-6) continue;
            lists[_read[i]].Add((id, -Math.Log(probability), probability * Math.Pow(frequency, 0.75)));
        }
    }

    private int CountOf(char printed, char read) => _pairs.GetValueOrDefault((printed, read));

    private static ConfusionModel Build(Dictionary<char, List<(ushort Id, double Cost, double Rank)>> lists, int candidates)
    {
        var observed = new List<char>();
        List<int> first = [0];
        List<ushort> ids = [];
        List<byte> costs = [];
        foreach ((char read, List<(ushort Id, double Cost, double Rank)> list) in lists.OrderBy(pair => pair.Key))
        {
            if (list.Count == 0) continue;
            observed.Add(read);
            foreach ((ushort id, double cost, _) in list.OrderByDescending(c => c.Rank).ThenBy(c => c.Id).Take(candidates).OrderBy(c => c.Id))
            {
                ids.Add(id);
                // A hard and often confused character may come out above one: to be read as something else is then certain.
                costs.Add((byte)Math.Clamp((int)Math.Round(cost * LanguageModel.Scale / 4) * 4, 0, 252));
            }
            first.Add(ids.Count);
        }
        return ConfusionModel.Create([.. observed], [.. first], [.. ids], [.. costs]);
    }

    // Softmax over everything that could have been read for one printed character.
    private double[] Looks(char printed)
    {
        double[] scores = new double[_read.Length];
        Span<double> features = stackalloc double[FeatureCount];
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (_read[i] == printed) continue;
            Describe(printed, _read[i], features);
            scores[i] = Math.Exp(Math.Min(40, Score(features)));
            sum += scores[i];
        }
        for (int i = 0; i < scores.Length; i++) scores[i] /= sum;
        return scores;
    }

    private void Describe(char printed, char read, Span<double> features)
    {
        features.Clear();
        Span<float> views = stackalloc float[Glyphs.Views];
        int fonts = 0;
        foreach (Glyphs font in _fonts)
        {
            if (!font.Compare(printed, read, views)) continue;
            fonts++;
            for (int v = 0; v < Glyphs.Views; v++) features[v] += views[v];
        }
        if (fonts > 0)
            for (int v = 0; v < Glyphs.Views; v++) features[v] /= fonts;
        features[7] = -Math.Log(1.02 - Math.Min(1, features[0]));
        features[8] = -Math.Log(1.02 - Math.Min(1, features[6]));
        features[9] = Math.Max(features[1], features[2]);
        features[10] = Math.Max(features[3], features[4]);
        features[11] = Math.Log(_emitted.GetValueOrDefault(read) + 0.5);
    }

    private double Score(ReadOnlySpan<double> features)
    {
        double score = 0;
        for (int f = 0; f < FeatureCount; f++) score += _weights[f] * features[f];
        return score;
    }

    // Maximum likelihood with sampled alternatives, by Adam over the whole batch; the sampling is a fixed sequence.
    private void Fit()
    {
        List<Event> events = Sample();
        double[] mean = new double[FeatureCount], square = new double[FeatureCount], weights = _weights = new double[FeatureCount];
        for (int round = 1; round <= Rounds; round++)
        {
            double[] gradient = new double[FeatureCount];
            double total = 0;
            foreach (Event e in events)
            {
                AddGradient(e, gradient);
                total += e.Weight;
            }
            for (int f = 0; f < FeatureCount; f++)
            {
                double g = gradient[f] / total - 1e-4 * weights[f];
                mean[f] = 0.9 * mean[f] + 0.1 * g;
                square[f] = 0.99 * square[f] + 0.01 * g * g;
                weights[f] += 0.1 * mean[f] / (1 - Math.Pow(0.9, round)) / (Math.Sqrt(square[f] / (1 - Math.Pow(0.99, round))) + 1e-9);
            }
        }
    }

    private void AddGradient(Event e, double[] gradient)
    {
        // The first row is what was read; the others stand for everything that was not.
        double[] scores = new double[e.Rows];
        double sum = 0;
        for (int r = 0; r < e.Rows; r++)
        {
            scores[r] = Math.Exp(Math.Min(40, Score(e.Features.AsSpan(r * FeatureCount, FeatureCount)))) * (r == 0 ? 1 : (double)_read.Length / (e.Rows - 1));
            sum += scores[r];
        }
        for (int r = 0; r < e.Rows; r++)
        {
            double share = e.Weight * ((r == 0 ? 1 : 0) - scores[r] / sum);
            for (int f = 0; f < FeatureCount; f++) gradient[f] += share * e.Features[r * FeatureCount + f];
        }
    }

    private List<Event> Sample()
    {
        var events = new List<Event>();
        uint state = 12345;
        int step = Math.Max(1, _errors.Count == 0 ? 1 : _counts.Pairs.Count(p => p.Key.True != p.Key.Observed) / 4000);
        int number = 0;
        foreach (((char printed, char read), int count) in _counts.Pairs)
        {
            if (printed == read || !Array.Exists(_fonts, font => font.Compare(printed, read, stackalloc float[Glyphs.Views]))) continue;
            if (number++ % step != 0) continue;
            double[] features = new double[(Negatives + 1) * FeatureCount];
            Describe(printed, read, features.AsSpan(0, FeatureCount));
            for (int r = 1; r <= Negatives; r++)
            {
                state = state * 1664525 + 1013904223;
                Describe(printed, _read[(int)((ulong)state * (ulong)_read.Length >> 32)], features.AsSpan(r * FeatureCount, FeatureCount));
            }
            events.Add(new Event(Math.Sqrt(count), features));
        }
        return events;
    }

    private sealed record Event(double Weight, double[] Features)
    {
        public int Rows => Features.Length / FeatureCount;
    }
}
