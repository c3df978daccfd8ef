using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextRepair.Cli;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RepairConfiguration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
