using System.Diagnostics;
using System.Globalization;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary>One line on the terminal: rate, time left, damage so far. Nothing where standard error is no terminal.</summary>
internal sealed class CorpusProgressLine : IProgress<CorpusProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Host _host;
    private readonly Timer? _timer;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private CorpusProgress _first;
    private CorpusProgress _now;

    public CorpusProgressLine(Host host)
    {
        _host = host;
        if (host.IsErrorTerminal) _timer = new Timer(_ => Draw(), null, TimeSpan.FromSeconds(1), Pause);
    }

    public void Report(CorpusProgress value)
    {
        lock (_gate)
        {
            // What earlier runs did is no part of this one's rate.
            if (_now == default) _first = value;
            _now = value;
        }
    }

    public void Dispose()
    {
        if (_timer is null) return;
        _timer.Dispose();
        _host.Error.Write("\r\u001b[K");
    }

    internal static string Describe(CorpusProgress first, CorpusProgress now, TimeSpan elapsed)
    {
        double rate = (now.Bytes - first.Bytes) / Math.Max(0.001, elapsed.TotalSeconds);
        string left = rate <= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((now.TotalBytes - now.Bytes) / rate):d\\.hh\\:mm\\:ss} left");
        double characters = (now.Characters - first.Characters) / Math.Max(0.001, elapsed.TotalSeconds);
        double changed = (double)now.ChangedDocuments / Math.Max(1, now.Documents);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{now.ShardsDone}/{now.Shards} files, {rate / 1e6:0.0} MB/s, {characters / 1e6:0.00} M characters/s{left}, {changed:P1} of the documents changed, {now.Rejects} rejected");
    }

    private void Draw()
    {
        CorpusProgress first, now;
        lock (_gate) (first, now) = (_first, _now);
        string line = Describe(first, now, Stopwatch.GetElapsedTime(_started));
        _host.Error.Write($"\r{line[..Math.Min(line.Length, _host.Width - 1)]}\u001b[K");
    }
}
