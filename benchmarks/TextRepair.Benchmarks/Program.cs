using BenchmarkDotNet.Running;

namespace TextRepair.Benchmarks;

/// <summary>Runs all benchmarks, or with <c>--ratios</c> a few minutes' comparison in one process.</summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Contains("--ratios")) Ratios.Run(Console.Out);
        else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
