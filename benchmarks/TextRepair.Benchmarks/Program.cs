using BenchmarkDotNet.Running;

namespace TextRepair.Benchmarks;

/// <summary>
/// Runs all benchmarks; with <c>--ratios</c> a few minutes' comparison in one process, with <c>--stages</c> where the time goes,
/// with <c>--answers</c> all answers, to be compared with those of another version, with <c>--peers</c> what peers/run.sh asks for.
/// </summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Contains("--ratios")) Ratios.Run(Console.Out);
        else if (args.Contains("--stages")) StageProfile.Run(Console.Out);
        else if (args.Contains("--answers")) AnswerLog.Write(Console.Out);
        else if (args is ["--peers", var text, var damaged]) PeerRun.Run(text, damaged, Console.Out);
        else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
