using System.Text.Json.Serialization;

namespace TextRepair.Cli;

/// <summary>The settings of a configuration file; what the command line says goes first.</summary>
internal sealed class RepairConfiguration
{
    /// <summary>The address of the JSON schema, for editors; not read.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    /// <summary>Dictionaries; paths are relative to the configuration file.</summary>
    public string[]? Dictionaries { get; set; }

    public string[]? ProtectedWords { get; set; }

    public bool? UseDefaultDictionary { get; set; }

    public double? MinimumConfidence { get; set; }

    public string? Source { get; set; }

    public string? Scope { get; set; }

    public string[]? Only { get; set; }

    public string[]? Forms { get; set; }

    public string? Ocr { get; set; }

    public string? Field { get; set; }

    public string? Id { get; set; }

    public string? Encoding { get; set; }

    public int? Threads { get; set; }

    /// <summary>The path of the file, for messages and for paths that are relative to it.</summary>
    [JsonIgnore]
    public string Path { get; set; } = ConfigurationFile.DefaultName;
}
