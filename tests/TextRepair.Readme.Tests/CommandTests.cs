using System.Diagnostics;

namespace TextRepair.Readme.Tests;

/// <summary>The commands that the READMEs show, run by a shell in a folder that holds the files they name.</summary>
public sealed class CommandTests : IDisposable
{
    // What installs, runs tests, or needs a corpus is left out: this file is one of those tests.
    private const string Prelude = """
        set -eu
        textrepair() { command dotnet TOOL "$@"; }
        dotnet() { if [ "$1" = run ] && [ "$3" = src/TextRepair.Cli ]; then shift 6; textrepair "$@"; fi; }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("textrepair-").FullName;

    public CommandTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        string seed = Path.Combine(AppContext.BaseDirectory, "seeds", "county-work-report.txt");
        Directory.CreateDirectory(Path.Combine(_folder, "seeds"));
        Directory.CreateDirectory(Path.Combine(_folder, "articles"));
        foreach (string name in (string[])["seeds/county-work-report.txt", "report.txt", "articles/1.txt", "articles/2.txt"]) File.Copy(seed, Path.Combine(_folder, name));
        File.WriteAllText(Path.Combine(_folder, "clean.txt"), "会议讨论了经济发展和基础设施建设，通过了服务群众的办法。");
        File.WriteAllText(Path.Combine(_folder, "news.jsonl"), "{\"id\":1,\"text\":\"在去年的根底上加强根底设施建设,开展效劳业。\"}\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The other README has the same commands; that is tested too.
    [Fact]
    public async Task They_run()
    {
        string[] blocks = [.. Readme.Open("README.md").Blocks("sh").Where(block => !block.Contains("FOLDER", StringComparison.Ordinal))];
        Assert.NotEmpty(blocks);
        foreach (string block in blocks) await Run(block);
        Assert.Contains("基础设施", await File.ReadAllTextAsync(Path.Combine(_folder, "repaired.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("发展服务业", await File.ReadAllTextAsync(Path.Combine(_folder, "repaired.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "report.html")));
        Assert.True(File.Exists(Path.Combine(_folder, "repaired", "2.txt")));
    }

    private async Task Run(string block)
    {
        string tool = $"'{Path.Combine(AppContext.BaseDirectory, "TextRepair.Cli.dll")}'";
        var start = new ProcessStartInfo("/bin/bash", ["-c", Prelude.Replace("TOOL", tool, StringComparison.Ordinal) + block])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{block}\nexit {process.ExitCode}: {await errors}");
    }
}
