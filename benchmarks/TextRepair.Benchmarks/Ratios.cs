using System.Diagnostics;
using System.Text;
using TextRepair.Deciding;
using TextRepair.Ocr;

namespace TextRepair.Benchmarks;

/// <summary>Measures everything in one run, round by round in turn, and prints medians as ratios to UTF-8 decoding of the same text.</summary>
/// <remarks>Times are processor time of the whole process, so that other programs on the machine and the garbage collector do not flatter anyone.</remarks>
internal static class Ratios
{
    private const int Rounds = 7;
    private const int WarmUps = 6;

    private static readonly TextRepairer Repairer = new(), AsTool = new(new TextRepairOptions().UseOcr());
    private static readonly SubstitutionStage Substitution = Stages.Create(new TextRepairOptions()).OfType<SubstitutionStage>().Single();

    /// <summary>Runs and prints a table.</summary>
    public static void Run(TextWriter output)
    {
        var baselines = new Baselines();
        Answers.CheckBlind(baselines);
        foreach (TextRepairer repairer in (TextRepairer[])[Repairer, AsTool])
        {
            Answers.CheckClean(repairer, Samples.CleanDocuments);
            Answers.CheckDamaged(repairer, Samples.Damaged);
        }
        output.WriteLine(FormattableString.Invariant($"Texts: {(Samples.FromCorpus ? "corpus" : "written sentences (predictors learn them: optimistic)")}. MB/s of UTF-8 per core of processor time; in brackets × GetChars. Bytes allocated a document."));
        output.WriteLine();
        output.WriteLine("| text | way | MB/s | × GetChars | B/document |");
        output.WriteLine("|---|---|--:|--:|--:|");
        Compare(output, "clean", Samples.CleanDocuments, baselines);
        Compare(output, "damaged", Samples.Damaged, baselines);
        Compare(output, "seed", [.. Enumerable.Repeat(Samples.Seed, 200)], baselines);
        Growth(output);
        Threads(output);
    }

    private static void Compare(TextWriter output, string name, string[] documents, Baselines baselines)
    {
        byte[][] bytes = [.. documents.Select(Encoding.UTF8.GetBytes)];
        double megabytes = bytes.Sum(b => (double)b.Length) / 1e6;
        (string Name, Action Run)[] ways =
        [
            ("Encoding.UTF8.GetChars", () => Each(bytes, b => baselines.Decode(b))),
            ("TextRepairer.Repair, all stages", () => Each(documents, d => Repairer.Repair(d))),
            ("the same with scans and unknown swaps, as the tool", () => Each(documents, d => AsTool.Repair(d))),
            ("the substitution stage alone", () => Each(documents, RunSubstitution)),
            ("chained string.Replace, blind", () => Each(documents, d => baselines.Chain(d))),
            ("compiled Regex, blind", () => Each(documents, d => baselines.Alternation(d))),
            ("SearchValues<string>, blind", () => Each(documents, d => baselines.Search(d))),
            ("SearchValues<char>, scan only", () => Each(documents, d => baselines.Scan(d))),
            ("copy", () => Each(documents, d => baselines.Copy(d))),
        ];
        double[] seconds = Medians([.. ways.Select(way => way.Run)]);
        for (int i = 0; i < ways.Length; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ways[i].Run();
            long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / documents.Length;
            output.WriteLine(FormattableString.Invariant($"| {name} | {ways[i].Name} | {megabytes / seconds[i]:0} | {seconds[0] / seconds[i]:0.000} | {allocated} |"));
        }
    }

    private static StageOutput RunSubstitution(string text)
    {
        var output = new StageOutput();
        Substitution.Run(text, output);
        return output;
    }

    // Nanoseconds a character: they must not grow with the text. The same text is cut into pieces, so that what it holds is the same.
    private static void Growth(TextWriter output)
    {
        const int Whole = 1 << 20;
        output.WriteLine();
        output.WriteLine("| text | characters | ns a character |");
        output.WriteLine("|---|--:|--:|");
        foreach ((string name, TextRepairer repairer, Func<int, string> make) in Adversaries.All)
        {
            string whole = make(Whole);
            foreach (int length in (int[])[1 << 12, 1 << 16, Whole])
            {
                string[] pieces = [.. whole[..Whole].Chunk(length).Select(piece => new string(piece))];
                double seconds = Medians([() => Each(pieces, piece => repairer.Repair(piece))], rounds: 3, warmUps: 4)[0];
                output.WriteLine(FormattableString.Invariant($"| {name} | {length} | {seconds / Whole * 1e9:0.0} |"));
            }
        }
    }

    private static void Threads(TextWriter output)
    {
        string[] documents = Samples.Damaged;
        double one = WallClock(() => Each(documents, d => Repairer.Repair(d)));
        double two = WallClock(() => Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = 2 }, d => Repairer.Repair(d)));
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"Two threads on damaged documents, by the clock on the wall: {one / two:0.00} × one ({Environment.ProcessorCount} processors seen)."));
    }

    private static double[] Medians(Action[] ways, int rounds = Rounds, int warmUps = WarmUps)
    {
        // Lets the compiler finish its second, faster version of what is hot; what came compiled is counted in between.
        for (int version = 0; version < 2; version++)
        {
            foreach (Action way in ways)
            {
                Repeat(warmUps, way);
                Thread.Sleep(300);
            }
        }
        double[][] seconds = [.. ways.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
            for (int way = 0; way < ways.Length; way++)
                seconds[way][round] = ProcessorTime(ways[way]);
        return [.. seconds.Select(times => times.Order().ElementAt(rounds / 2))];
    }

    private static double ProcessorTime(Action run)
    {
        TimeSpan before = Cpu();
        run();
        return (Cpu() - before).TotalSeconds;
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static double WallClock(Action run)
    {
        run();
        double[] seconds = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            long before = Stopwatch.GetTimestamp();
            run();
            seconds[i] = Stopwatch.GetElapsedTime(before).TotalSeconds;
        }
        return seconds.Min();
    }

    private static void Repeat(int times, Action run)
    {
        for (int i = 0; i < times; i++) run();
    }

    private static void Each<TItem, TResult>(TItem[] items, Func<TItem, TResult> run)
    {
        foreach (TItem item in items) run(item);
    }
}
