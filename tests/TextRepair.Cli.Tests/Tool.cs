using System.IO.Compression;
using System.Text;

namespace TextRepair.Cli.Tests;

/// <summary>Runs the tool inside the test, in a folder of its own, with a repair that is easy to foresee.</summary>
/// <remarks>What is repaired is the library's business; here 效劳 becomes 服务 and "??" is a finding, always.</remarks>
internal sealed class Tool : IDisposable
{
    public Tool() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "textrepair-" + Path.GetRandomFileName());

    public string Output { get; private set; } = "";

    public byte[] OutputBytes { get; private set; } = [];

    public string Error { get; private set; } = "";

    public Func<TextRepairOptions, Func<string, RepairResult>> MakeRepair { get; set; } = _ => Foreseeable;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string WritePacked(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return Write(name, packed.ToArray());
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public Task<int> Run(params string[] arguments) => RunOn("", arguments);

    public Task<int> RunOn(string input, params string[] arguments) => RunOn(new MemoryStream(Encoding.UTF8.GetBytes(input)), arguments);

    public async Task<int> RunOn(Stream input, params string[] arguments)
    {
        using var output = new MemoryStream();
        int exit = await RunOn(input, output, arguments);
        OutputBytes = output.ToArray();
        Output = Encoding.UTF8.GetString(OutputBytes);
        return exit;
    }

    public async Task<int> RunOn(Stream input, Stream output, params string[] arguments)
    {
        await using var error = new StringWriter();
        int exit = await CommandLine.RunAsync(arguments, new Host { Input = input, Output = output, Error = error, MakeRepair = MakeRepair });
        Error = error.ToString();
        return exit;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static RepairResult Foreseeable(string text)
    {
        var edits = new List<TextEdit>();
        for (int at = text.IndexOf("效劳", StringComparison.Ordinal); at >= 0; at = text.IndexOf("效劳", at + 2, StringComparison.Ordinal))
            edits.Add(new TextEdit(at, "效劳", "服务", EditKind.Substitution, 0.95, "效劳→服务", "foreseen"));
        int missing = text.IndexOf("??", StringComparison.Ordinal);
        Finding[] findings = missing < 0 ? [] : [new Finding(missing, 2, FindingKind.MissingFigure, "a figure is missing")];
        EditList list = EditList.Create(edits);
        return new RepairResult(text, list.ApplyTo(text), list, findings, Diagnosis.Clean);
    }
}
