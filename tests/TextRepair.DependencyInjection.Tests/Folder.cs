namespace TextRepair.DependencyInjection.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("textrepair-").FullName;

    public string Write(string name, string content)
    {
        string path = Path.Combine(_path, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Puts a file in place as careful tools do: written beside, then renamed.</summary>
    public void Replace(string name, string content) => File.Move(Write(name + ".new", content), Path.Combine(_path, name), overwrite: true);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
