using TextRepair.Records;

namespace TextRepair.Corpus;

/// <summary>Reads the input of a finished shard again, from its output, edits and rejects.</summary>
/// <remarks>Holds one line at a time. Records go to whoever wants them, in order, before their line can be read.</remarks>
internal sealed class OriginalStream : Stream
{
    private const int Longest = 1 << 30;

    private readonly string _field;
    private readonly Action<EditsRecord>? _found;
    private readonly Stream[] _files;
    private readonly LineReader _output;
    private readonly LineReader _edits;
    private readonly LineReader? _rejects;
    private EditsRecord? _record;
    private RejectLine? _reject;
    private ReadOnlyMemory<byte> _rest;
    private long _line;

    public OriginalStream(ShardPaths paths, ShardReport report, Action<EditsRecord>? found = null)
    {
        (_field, _found) = (report.Settings.Field, found);
        Stream output = Compressor.OpenRead(paths.Output).Stream, edits = File.OpenRead(paths.Edits);
        Stream? rejects = report.RejectsBytes > 0 ? File.OpenRead(paths.Rejects) : null;
        _files = rejects is null ? [output, edits] : [output, edits, rejects];
        (_output, _edits) = (new(output, Longest), new(edits, Longest));
        _rejects = rejects is null ? null : new(rejects, Longest);
        (_record, _reject) = (NextRecord(), NextReject());
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_rest.IsEmpty) _rest = NextLine();
        int length = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) foreach (Stream file in _files) file.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> NextLine()
    {
        // The pieces of a line too large to hold share its number.
        if (_reject is { } reject && reject.Line <= _line + 1)
        {
            _line = reject.Line;
            _reject = NextReject();
            return reject.Content;
        }
        if (!_output.TryRead(out ReadOnlyMemory<byte> line, out _)) return default;
        if (++_line != _record?.Place.Line) return line;
        EditsRecord record = _record;
        _record = NextRecord();
        _found?.Invoke(record);
        return record.Undo(line, _field);
    }

    private EditsRecord? NextRecord() => _edits.TryRead(out ReadOnlyMemory<byte> line, out _) ? EditsRecord.Read(line) : null;

    private RejectLine? NextReject() => _rejects?.TryRead(out ReadOnlyMemory<byte> line, out _) == true ? RejectLine.Read(line) : null;
}
