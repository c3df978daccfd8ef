using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace TextRepair.DependencyInjection;

/// <summary>Holds the repairer in force and puts a new one in its place when options or dictionary files change.</summary>
/// <remarks>A new repairer is complete before it is seen; if it cannot be made, the old one serves on.</remarks>
internal sealed class ReloadingRepairer : ITextRepairer, IDisposable
{
    // Editors and copying tools write a file in several steps; what follows within this time is one change.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly Registration _registration;
    private readonly string _root;
    private readonly IOptionsFactory<TextRepairOptions> _options;
    private readonly Telemetry _telemetry;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Lock _reloading = new();
    private readonly List<IDisposable> _configurationWatches = [];
    private FileWatch _files;
    private TextRepairer _current;
    private bool _disposed;

    public ReloadingRepairer(Registration registration, string root, IOptionsFactory<TextRepairOptions> options, Telemetry telemetry, ILogger<ITextRepairer> logger, TimeProvider? time = null)
    {
        (_registration, _root, _options, _telemetry, _logger) = (registration, root, options, telemetry, logger);
        _timer = (time ?? TimeProvider.System).CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _files = new FileWatch(registration.FindFiles(root), ReloadSoon);
        foreach (IConfiguration section in registration.Sections)
            _configurationWatches.Add(ChangeToken.OnChange(section.GetReloadToken, ReloadSoon));
        try
        {
            TextRepairOptions made = _options.Create(registration.Name);
            _current = new TextRepairer(made);
            Log.Ready(_logger, Name, made.Dictionaries.Count, Entries(made));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name => _registration.Name;

    public TextRepairer Current => Volatile.Read(ref _current);

    public RepairResult Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using Activity? activity = _telemetry.Start(Name);
        long start = Stopwatch.GetTimestamp();
        RepairResult result = Current.Repair(text);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        _telemetry.Record(Name, result, time, activity);
        Log.Repaired(_logger, Name, text.Length, time.TotalMilliseconds, result.Edits.Count, result.Findings.Count);
        return result;
    }

    public void Dispose()
    {
        lock (_reloading)
        {
            if (_disposed) return;
            _disposed = true;
            foreach (IDisposable watch in _configurationWatches) watch.Dispose();
            _files.Dispose();
            _timer.Dispose();
        }
    }

    private void ReloadSoon() => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        lock (_reloading)
        {
            if (_disposed) return;
            try
            {
                WatchAgain();
                TextRepairOptions made = _options.Create(Name);
                Volatile.Write(ref _current, new TextRepairer(made));
                Log.Reloaded(_logger, Name, made.Dictionaries.Count, Entries(made));
                _telemetry.Reloaded(Name, succeeded: true);
            }
            // Whatever is wrong with a file or a setting must not stop the service; it is logged and counted.
            catch (Exception e) when (e is OptionsValidationException or FormatException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                Log.ReloadFailed(_logger, Name, e.Message, e);
                _telemetry.Reloaded(Name, succeeded: false);
            }
            // A file that changed while it was read is read again.
            if (_files.HaveChanged()) ReloadSoon();
        }
    }

    // The configuration may name other files now. Stamps are taken before the files are read, so no change is lost.
    private void WatchAgain()
    {
        var files = new FileWatch(_registration.FindFiles(_root), ReloadSoon);
        _files.Dispose();
        _files = files;
    }

    private static int Entries(TextRepairOptions options) => options.Dictionaries.Sum(dictionary => dictionary.Substitutions.Count);
}
