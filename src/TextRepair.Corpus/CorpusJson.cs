using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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

    /// <summary>Reads what a run wrote down for itself; nothing where it is broken: the work is done again then.</summary>
    public static T? ReadWhole<T>(byte[] content, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(content, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
