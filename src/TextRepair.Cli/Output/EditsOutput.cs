using System.Buffers;

namespace TextRepair.Cli;

/// <summary>Where edits and findings go: one file for all inputs, or a folder with a file for each.</summary>
internal sealed class EditsOutput : IDisposable
{
    private readonly string? _folder;
    private readonly CancellationToken _cancellation;
    private OutputFile? _file;

    private EditsOutput(string? folder, CancellationToken cancellation) => (_folder, _cancellation) = (folder, cancellation);

    public static bool IsFolder(string path) => Directory.Exists(path) || Path.EndsInDirectorySeparator(path);

    public static EditsOutput? Create(string? path, bool isSeveral, CancellationToken cancellation)
    {
        if (path is null) return null;
        if (IsFolder(path)) return isSeveral ? new EditsOutput(path, cancellation) : throw new CliException($"{path}: is a folder, expected a file name.");
        return new EditsOutput(null, cancellation) { _file = new OutputFile(path, cancellation) };
    }

    public void Write(InputFile input, Action<IBufferWriter<byte>> write)
    {
        var lines = new ArrayBufferWriter<byte>();
        write(lines);
        if (_folder is not null) _file ??= new OutputFile(Path.Combine(_folder, input.RelativePath + ".edits.jsonl"), _cancellation);
        _file!.Write(lines.WrittenSpan);
    }

    /// <summary>An input is done.</summary>
    public void End(InputFile input)
    {
        if (_folder is null) return;
        // An input without a line has edits too: none.
        Write(input, _ => { });
        _file!.Commit();
        _file.Dispose();
        _file = null;
    }

    public void Commit() => _file?.Commit();

    public void Dispose() => _file?.Dispose();
}
