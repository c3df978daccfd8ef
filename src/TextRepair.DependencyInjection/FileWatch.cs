using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Primitives;

namespace TextRepair.DependencyInjection;

/// <summary>Watches dictionary files. Where the system cannot tell of changes, <c>DOTNET_USE_POLLING_FILE_WATCHER=1</c> makes it look.</summary>
internal sealed class FileWatch : IDisposable
{
    private readonly List<IDisposable> _watches = [];
    private readonly (DictionaryFile File, (DateTime, long) Stamp)[] _stamps;

    public FileWatch(IEnumerable<DictionaryFile> files, Action changed)
    {
        DictionaryFile[] watched = [.. files.Where(file => file.Reload)];
        foreach (IGrouping<string, DictionaryFile> folder in watched.GroupBy(file => Path.GetDirectoryName(file.Path)!, StringComparer.Ordinal))
        {
            if (!Directory.Exists(folder.Key)) continue;
            var provider = new PhysicalFileProvider(folder.Key, ExclusionFilters.None);
            foreach (DictionaryFile file in folder)
                _watches.Add(ChangeToken.OnChange(() => provider.Watch(Path.GetFileName(file.Path)), changed));
            _watches.Add(provider);
        }
        // Stamps come after the watches: a change between the two is seen at once and costs one reading more, none is missed.
        _stamps = [.. watched.Select(file => (file, file.Stamp()))];
    }

    public bool HaveChanged() => _stamps.Any(known => known.File.Stamp() != known.Stamp);

    public void Dispose() => _watches.ForEach(watch => watch.Dispose());
}
