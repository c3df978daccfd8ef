using System.Runtime.InteropServices;
using System.Text;
using TextRepair.Models;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Learns where quotes end from clean text, in which every pair of quotes is a case with its answer.</summary>
internal static class QuoteTrainer
{
    private const int Bits = 20, LearnedBits = 22;
    private const int KeptFeatures = 980_000;
    private const float Rate = 0.1f, Penalty = 0.1f;
    private const int Passes = 2;

    // Other sources are further away than the documents left out of these.
    private const float Trust = 0.9f;
    private const int HabitShare = 1;
    private const int MostCasesOfASource = 60_000, MostCharactersOfASource = 8_000_000;

    /// <summary>Trains the models; the same corpus gives the same bytes.</summary>
    /// <returns>The models of single quotes and the content of <c>quote-habits.bin</c>.</returns>
    public static (QuoteModelFiles Models, byte[] Habits) Train(string folder)
    {
        byte[] ngrams = CountNgrams(Corpus.Read(folder).Where(text => !text.IsHeldOut)), habits = [];
        QuoteModelFiles? models = null;
        Parallel.Invoke(
            () => models = TrainOn(Collect(folder, text => !text.IsHeldOut), ngrams),
            () => habits = TrainHabits(folder, ngrams));
        return (models!, habits);
    }

    /// <summary>Trains the models from cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="ngrams">The table of <see cref="QuoteNgrams"/>.</param>
    public static QuoteModelFiles TrainOn(List<QuoteCase> cases, byte[] ngrams)
    {
        // Every quote counts among the terms; of a large source not every one is learned from.
        var terms = new QuoteTermCounts(cases);
        cases = TakeFromEach(cases);
        QuoteNetworkTrainer network = TrainNetwork(cases, terms, ngrams);
        byte[] file = network.Format(Trust);
        AdaGrad linear = TrainLinear(cases, terms, QuoteNetwork.Parse(file, "the network that was trained"));
        // What the network says of "nowhere" are few weights, and each of them matters.
        return new QuoteModelFiles(HashedWeights.Format(network.Nowhere.Concat(linear.Result()), Bits, ModelKind.Quotes, Trust), file);
    }

    /// <summary>Counts the characters of clean text, one by one and side by side.</summary>
    public static byte[] CountNgrams(IEnumerable<CorpusDocument> texts)
    {
        var counts = new QuoteNgramCounts();
        foreach (IGrouping<string, CorpusDocument> source in texts.GroupBy(text => text.Source))
        {
            long left = MostCharactersOfASource;
            foreach (CorpusDocument text in source.TakeWhile(text => (left -= text.Text.Length) > 0)) counts.Add(text.Text);
        }
        return counts.Format();
    }

    /// <summary>Trains the network alone.</summary>
    public static QuoteNetworkTrainer TrainNetwork(List<QuoteCase> cases, QuoteTermCounts terms, byte[] ngrams)
    {
        var network = new QuoteNetworkTrainer(terms, ngrams);
        network.Learn(Shuffled(cases, new Random(4)));
        return network;
    }

    /// <summary>Trains the linear model alone, on the places that a network thinks most of.</summary>
    public static AdaGrad TrainLinear(List<QuoteCase> cases, QuoteTermCounts terms, QuoteNetwork network)
    {
        var linear = new AdaGrad(Rate, decay: 0, Penalty, LearnedBits);
        var trainer = new QuoteLinearTrainer(linear, terms, network);
        var random = new Random(7);
        // The first round finds out which features matter; the second learns with those alone.
        Learn(trainer, cases, random, 1);
        linear.Prune(KeptFeatures);
        Learn(trainer, cases, random, Passes);
        return linear;
    }

    /// <summary>Takes at most a stated number of cases from each source.</summary>
    public static List<QuoteCase> TakeFromEach(List<QuoteCase> cases) =>
        [.. cases.GroupBy(item => item.Source).SelectMany(source => source.Take(MostCasesOfASource))];

    /// <summary>Collects all cases, those of a source in any order, so that long documents are not preferred.</summary>
    public static List<QuoteCase> Collect(string folder, Func<CorpusDocument, bool> isWanted)
    {
        var cases = new List<QuoteCase>();
        foreach (IGrouping<string, CorpusDocument> source in Corpus.Read(folder).Where(isWanted).GroupBy(text => text.Source))
        {
            var ofSource = new List<QuoteCase>();
            foreach (CorpusDocument text in source) AddCases(text.Source, text.Text, ofSource);
            new Random(7).Shuffle(CollectionsMarshal.AsSpan(ofSource));
            cases.AddRange(ofSource);
        }
        return cases;
    }

    // Of quotes that were learned from, the models are too sure: habits are fitted by others, trained without these documents.
    private static byte[] TrainHabits(string folder, byte[] ngrams)
    {
        QuoteModelFiles others = TrainOn(Collect(folder, text => !text.IsHeldOut && text.Share != HabitShare), ngrams);
        var model = new QuoteModel(QuoteNetwork.Parse(others.Network, "the network that was trained"), HashedWeights.Parse(others.Linear, "the weights that were trained", ModelKind.Quotes), QuoteHabits.None);
        return QuoteHabitTrainer.Train(Corpus.Read(folder).Where(text => text.Share == HabitShare), model);
    }

    // All closing quotes of the text are taken away, as the damage does.
    private static void AddCases(string source, string text, List<QuoteCase> cases)
    {
        if (!text.Contains(Pairing.Quotes.Close, StringComparison.Ordinal)) return;
        var damaged = new StringBuilder(text.Length);
        int open = -1;
        var found = new List<(int Open, int End)>();
        foreach (char c in text)
        {
            if (c == Pairing.Quotes.Close)
            {
                if (open >= 0 && damaged.Length > open + 1) found.Add((open, damaged.Length));
                open = -1;
                continue;
            }
            if (c == Pairing.Quotes.Open) open = damaged.Length;
            damaged.Append(c);
        }
        string without = damaged.ToString();
        HashSet<uint> terms = TermsOf(without, found);
        foreach ((int start, int end) in found) cases.Add(new QuoteCase(source, without, start, end, terms));
    }

    private static HashSet<uint> TermsOf(string text, List<(int Open, int End)> quotes)
    {
        var terms = new HashSet<uint>();
        foreach ((int open, int end) in quotes)
            if (end - open - 1 <= QuoteTerms.LongestTerm) terms.Add(QuoteSpan.HashOf(text.AsSpan(open + 1, end - open - 1)));
        return terms;
    }

    private static QuoteCase[] Shuffled(List<QuoteCase> cases, Random random)
    {
        QuoteCase[] order = [.. cases];
        random.Shuffle(order);
        return order;
    }

    private static void Learn(QuoteLinearTrainer trainer, List<QuoteCase> cases, Random random, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(cases));
            foreach (QuoteCase item in cases) trainer.Learn(item);
        }
    }
}
