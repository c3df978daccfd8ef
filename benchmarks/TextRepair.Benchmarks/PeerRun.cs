using System.Text;

namespace TextRepair.Benchmarks;

/// <summary>This project's rows of <c>peers/run.sh</c>: name, megabytes of UTF-8 a second of processor time, and milliseconds of loading.</summary>
internal static class PeerRun
{
    private const int Rounds = 7;
    private const int PieceLength = 4000;

    /// <summary>Measures on a text, and writes the damaged one for others to measure on.</summary>
    /// <param name="path">The text: UTF-8.</param>
    /// <param name="damagedPath">Where the damaged text goes.</param>
    /// <param name="output">Receives the rows, tabs between columns.</param>
    public static void Run(string path, string damagedPath, TextWriter output)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        _ = Segmenter.Default.Split("南京市长江大桥");
        double loading = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        string text = File.ReadAllText(path);
        string[] lines = text.Split('\n');
        int[] ends = new int[lines.Max(line => line.Length)];
        Write(output, "Segmenter, offsets", lines, line => Segmenter.Default.FindEnds(line, ends), loading);
        Write(output, "Segmenter, strings", lines, line => Segmenter.Default.Split(line), loading);

        string[] damaged = [.. Pieces(text).Select(Simulator.Damage)];
        File.WriteAllText(damagedPath, string.Concat(damaged));
        before = Environment.CpuUsage.TotalTime;
        var repairer = new TextRepairer();
        loading = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        Write(output, "TextRepairer.Repair, all stages, damaged text", damaged, repairer.Repair, loading);
        Write(output, "chained string.Replace, blind, damaged text", damaged, new Baselines().Chain, 0);
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (int start = 0; start < text.Length; start += PieceLength) yield return text.Substring(start, Math.Min(PieceLength, text.Length - start));
    }

    private static void Write<T>(TextWriter output, string name, string[] documents, Func<string, T> run, double loading)
    {
        double megabytes = documents.Sum(document => (double)Encoding.UTF8.GetByteCount(document)) / 1e6, best = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            foreach (string document in documents) run(document);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        output.WriteLine(FormattableString.Invariant($"{name}\t{megabytes / best:0.0}\t{loading:0}"));
    }
}
