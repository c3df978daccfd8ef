using System.Diagnostics;

namespace TextRepair.Cli.Tests;

/// <summary>What only a process of its own shows: standard streams, pipes that close, exit codes a shell sees.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Tool _tool = new();

    public ProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");

    private static string Program => $"'{Environment.ProcessPath switch { { } path when Path.GetFileNameWithoutExtension(path) == "dotnet" => path, _ => "dotnet" }}' '{Path.Combine(AppContext.BaseDirectory, "TextRepair.Cli.dll")}'";

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("printf '干净' | TOOL repair", 0, "干净", "")]
    [InlineData("printf '\\357\\273\\277{\"text\":\"a\"}' | TOOL repair -f jsonl -", 0, "\ufeff{\"text\":\"a\"}", "")]
    [InlineData("TOOL repair none.txt", 2, "", "textrepair: none.txt: no such file.\n")]
    [InlineData("TOOL repair < .", 2, "", "standard input")]
    [InlineData("printf 'a' | TOOL repair > /dev/full", 2, "", "textrepair: standard input or output: no space left on the disk.\n")]
    [InlineData("printf 'a' > a.txt; (printf 1; TOOL repair a.txt; printf 2) > out; cat out", 0, "1a2", "")]
    [InlineData("(yes '{\"text\":\"a\"}' | TOOL repair -f jsonl -; echo $? >&2) | head -n 1", 0, "{\"text\":\"a\"}\n", "141\n")]
    [InlineData("mkfifo f; exec 3<>f; echo '{\"text\":\"a\"}' >&3; TOOL repair -f jsonl f -o o --edits e 2>/dev/null & p=$!; for i in {1..300}; do ls *.partial >/dev/null 2>&1 && break; sleep 0.1; done; kill -TERM $p; wait $p; echo $?; ls", 0, "143\nf\n", "")]
    [InlineData("mkfifo f; exec 3<>f; echo '{\"text\":\"a\"}' >&3; env --default-signal=HUP TOOL repair -f jsonl f -o o --edits e 2>/dev/null & p=$!; for i in {1..300}; do ls *.partial >/dev/null 2>&1 && break; sleep 0.1; done; kill -HUP $p; wait $p; echo $?; ls", 0, "129\nf\n", "")]
    [InlineData("mkdir -p d/e; chmod 000 d/e; [ $(id -u) = 0 ] && echo 'textrepair: d: Access' >&2 && exit 2; TOOL repair d", 2, "", "textrepair: d: Access")]
    [InlineData("printf 'a' > a.txt; mkdir d; chmod 555 d; TOOL repair a.txt -o d/b.txt || [ $(id -u) = 0 ]", 0, "", "")]
    public async Task The_shell_sees(string script, int exit, string output, string error)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script.Replace("TOOL", Program, StringComparison.Ordinal)])
        {
            WorkingDirectory = _tool.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains(error, await errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
        Assert.Equal(output, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
        Assert.Equal(exit, process.ExitCode);
    }
}
