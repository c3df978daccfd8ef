namespace TextRepair.Corpus;

/// <summary>Where the files of one shard lie. What is not finished, and the marks of what is, lie in a folder of their own.</summary>
internal sealed class ShardPaths
{
    public const string EditsSuffix = ".edits.jsonl";
    public const string RejectsSuffix = ".rejects.jsonl";
    public const string StateFolder = ".textrepair";

    private readonly string _finished;
    private readonly string _working;

    public ShardPaths(string folder, string name)
    {
        _finished = Path.Combine(folder, name);
        _working = Path.Combine(folder, StateFolder, name);
    }

    public string Output => _finished;

    public string Edits => _finished + EditsSuffix;

    public string Rejects => _finished + RejectsSuffix;

    public string OutputPart => _working + ".part";

    public string EditsPart => _working + EditsSuffix + ".part";

    public string RejectsPart => _working + RejectsSuffix + ".part";

    /// <summary>The place reached; gone once the shard is done.</summary>
    public string Checkpoint => _working + ".checkpoint";

    /// <summary>Written last of all: the shard is done.</summary>
    public string Marker => _working + ".done";

    /// <summary>Held open while somebody works on the shard.</summary>
    public string Lock => _working + ".lock";

    public void CreateFolders()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_finished)!);
        Directory.CreateDirectory(Path.GetDirectoryName(_working)!);
    }
}
