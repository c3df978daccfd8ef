using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextRepair.Corpus;

/// <summary>Reads and writes the small files of a run.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false)]
[JsonSerializable(typeof(Checkpoint))]
[JsonSerializable(typeof(ShardReport))]
[JsonSerializable(typeof(CorpusSummary))]
internal sealed partial class CorpusJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable; these files are never put into HTML as they are.</summary>
    public static CorpusJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });
}
