using System.Text.Json;

namespace TextRepair.Cli;

/// <summary>Finds and reads the configuration file.</summary>
internal static class ConfigurationFile
{
    public const string DefaultName = "textrepair.json";

    /// <summary>Reads the file that was named, or the default one where it lies in the working folder.</summary>
    public static RepairConfiguration Read(string? path)
    {
        if (path is null && !File.Exists(DefaultName)) return new RepairConfiguration();
        path ??= DefaultName;
        try
        {
            RepairConfiguration configuration =
                JsonSerializer.Deserialize(File.ReadAllBytes(path).AsSpan(), ConfigurationJson.Default.RepairConfiguration)
                ?? throw new CliException($"{path}: expected a JSON object, found null.");
            configuration.Path = path;
            RefuseNull(configuration);
            return configuration;
        }
        catch (JsonException e)
        {
            throw new CliException($"{path}, line {e.LineNumber + 1}: {Explain(e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {Problem.Describe(e)}", e);
        }
    }

    // The reader of JSON looks at the types of lists, not at what is in them.
    private static void RefuseNull(RepairConfiguration configuration)
    {
        (string, string?[]?)[] lists = [("dictionaries", configuration.Dictionaries), ("protectedWords", configuration.ProtectedWords), ("only", configuration.Only), ("forms", configuration.Forms)];
        foreach ((string setting, string?[]? list) in lists)
            if (list?.Contains(null) == true) throw new CliException($"{configuration.Path}: \"{setting}\" holds null, expected strings.");
    }

    private static string Explain(JsonException e)
    {
        string key = e.Path?.TrimStart('$', '.') ?? "";
        if (e.Message.Contains("could not be mapped", StringComparison.Ordinal)) return $"unknown setting \"{key}\".";
        return key.Length > 0 ? $"the setting \"{key}\" has a value of the wrong type." : "not a JSON object.";
    }
}
