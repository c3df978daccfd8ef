using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace TextRepair.Corpus;

/// <summary>A folder and all below it, links followed, but for those that lead back to a folder they stand in: there is no end to them.</summary>
internal sealed class FolderTree : DirectoryInfoBase
{
    private readonly DirectoryInfo _folder;
    private readonly FolderTree? _parent;

    // Where the folder lies in truth, if it was reached through a link.
    private readonly string _place;

    private FolderTree(DirectoryInfo folder, FolderTree? parent)
    {
        (_folder, _parent) = (folder, parent);
        string? target = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        _place = Path.TrimEndingDirectorySeparator(target ?? (parent is null ? folder.FullName : Path.Combine(parent._place, folder.Name)));
    }

    public override string Name => _folder.Name;

    public override string FullName => _folder.FullName;

    public override DirectoryInfoBase? ParentDirectory => _parent;

    /// <summary>Finds files.</summary>
    /// <param name="root">The folder to look in.</param>
    /// <param name="matcher">Which ones.</param>
    /// <returns>Their paths below the folder, with slashes.</returns>
    /// <exception cref="UnauthorizedAccessException">A folder must not be read; the message names it.</exception>
    public static IEnumerable<string> Find(string root, Matcher matcher) =>
        matcher.Execute(new FolderTree(new DirectoryInfo(root), null)).Files.Select(file => file.Path);

    public override IEnumerable<FileSystemInfoBase> EnumerateFileSystemInfos()
    {
        foreach (FileSystemInfo info in _folder.EnumerateFileSystemInfos())
        {
            if (info is not DirectoryInfo below) yield return new FileInfoWrapper((FileInfo)info);
            else if (new FolderTree(below, this) is { IsLoop: false } tree) yield return tree;
        }
    }

    public override DirectoryInfoBase? GetDirectory(string path) => new DirectoryInfoWrapper(_folder).GetDirectory(path);

    public override FileInfoBase? GetFile(string path) => new DirectoryInfoWrapper(_folder).GetFile(path);

    private bool IsLoop
    {
        get
        {
            for (FolderTree? above = _parent; above is not null; above = above._parent) if (above._place == _place) return true;
            return false;
        }
    }
}
