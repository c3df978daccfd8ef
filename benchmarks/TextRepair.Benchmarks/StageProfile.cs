using System.Text;
using TextRepair.Anchoring;
using TextRepair.Cleaning;
using TextRepair.Findings.Swaps;
using TextRepair.Ocr;

namespace TextRepair.Benchmarks;

/// <summary>Tells where the time of a repair goes: every stage alone, over the texts as they come in.</summary>
internal static class StageProfile
{
    private const int Rounds = 7;
    private const int WarmUps = 8;
    private const int SeedCopies = 200;

    /// <summary>Prints nanoseconds a character for each stage and text.</summary>
    public static void Run(TextWriter output)
    {
        (string Name, string[] Documents)[] texts = [("clean", Samples.CleanDocuments), ("damaged", Samples.Damaged), ("seed", [.. Enumerable.Repeat(Samples.Seed, SeedCopies)])];
        output.WriteLine("| stage | " + string.Join(" | ", texts.Select(text => text.Name)) + " |");
        output.WriteLine("|---|" + string.Concat(Enumerable.Repeat("--:|", texts.Length)));
        byte[][][] bytes = [.. texts.Select(text => text.Documents.Select(Encoding.UTF8.GetBytes).ToArray())];
        char[] buffer = new char[1 << 16];
        Write(output, "Encoding.UTF8.GetChars", texts.Select((text, i) => Measure(text.Documents, d => Encoding.UTF8.GetChars(bytes[i][d], buffer))));
        StageOutput[][] outputs = [.. texts.Select(text => text.Documents.Select(_ => new StageOutput()).ToArray())];
        Write(output, nameof(TextAnchors), texts.Select((text, i) => Measure(text.Documents, d => outputs[i][d].Clear(), d => outputs[i][d].AnchorsOf(text.Documents[d]))));
        // A stage alone finds the anchors of the text as it came.
        foreach (IStage stage in All())
            Write(output, stage.GetType().Name, texts.Select((text, i) => Measure(text.Documents, d => Begin(outputs[i][d], text.Documents[d]), d => stage.Run(text.Documents[d], outputs[i][d]))));
        var repairer = new TextRepairer();
        Write(output, "TextRepairer.Repair", texts.Select(text => Measure(text.Documents, d => repairer.Repair(text.Documents[d]))));
        // What the tool looks for beside.
        TextRepairOptions options = new TextRepairOptions().UseOcr();
        UnknownSwapStage swaps = Stages.CreateReports(options).OfType<UnknownSwapStage>().Single();
        Write(output, nameof(UnknownSwapStage), texts.Select((text, i) => Measure(text.Documents, d => outputs[i][d].Clear(), d => swaps.Run(text.Documents[d], outputs[i][d]))));
        var candidates = new List<Candidate>();
        ICandidateSource misreadings = options.CandidateSources.Single();
        Write(output, nameof(OcrCandidateSource), texts.Select(text => Measure(text.Documents, _ => candidates.Clear(), d => misreadings.FindCandidates(text.Documents[d], options, candidates))));
        var withScans = new TextRepairer(options);
        Write(output, "TextRepairer.Repair, as the tool", texts.Select(text => Measure(text.Documents, d => withScans.Repair(text.Documents[d]))));
    }

    // The rules of cleaning one by one, and the other stages as they are.
    private static IEnumerable<IStage> All() =>
        CleaningStages.Create(new TextRepairOptions()).Concat(Stages.Create(new TextRepairOptions())).Concat(Stages.CreateReports(new TextRepairOptions()));

    private static void Write(TextWriter output, string name, IEnumerable<double> nanoseconds) =>
        output.WriteLine($"| {name} | " + string.Join(" | ", nanoseconds.Select(n => FormattableString.Invariant($"{n:0.00}"))) + " |");

    private static void Begin(StageOutput output, string document)
    {
        output.Clear();
        output.AnchorsOf(document);
    }

    private static double Measure(string[] documents, Action<int> run) => Measure(documents, _ => { }, run);

    // Processor time, and the best of some rounds: other programs on the machine only make a round longer.
    private static double Measure(string[] documents, Action<int> prepare, Action<int> run)
    {
        double best = double.MaxValue;
        for (int round = -WarmUps; round < Rounds; round++)
        {
            for (int d = 0; d < documents.Length; d++) prepare(d);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            for (int d = 0; d < documents.Length; d++) run(d);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalNanoseconds);
            // Lets the compiler finish its second, faster version of what is hot.
            if (round < 0) Thread.Sleep(200);
        }
        return best / documents.Sum(document => (double)document.Length);
    }
}
