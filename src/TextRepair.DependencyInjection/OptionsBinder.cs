using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TextRepair.DependencyInjection;

/// <summary>Reads options from a section of the configuration.</summary>
/// <remarks>
/// Written by hand instead of ConfigurationBinder: that one passes over keys it does not know, so a misspelt option would
/// silently have no effect, and its messages do not list the values allowed. It needs no reflection either.
/// </remarks>
internal static class OptionsBinder
{
    private const string DictionaryFiles = "DictionaryFiles";
    private const string ReloadDictionaries = "ReloadDictionaries";

    private static readonly Dictionary<string, Action<IConfigurationSection, TextRepairOptions>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(TextRepairOptions.MinimumConfidence)] = (section, options) => options.MinimumConfidence = ReadNumber(section),
        [nameof(TextRepairOptions.Source)] = (section, options) => options.Source = ReadName<TextSource>(section),
        [nameof(TextRepairOptions.Scope)] = (section, options) => options.Scope = ReadName<RepairScope>(section),
        [nameof(TextRepairOptions.IsScan)] = (section, options) => options.IsScan = ReadSwitch(section),
        [nameof(TextRepairOptions.UseDefaultDictionary)] = (section, options) => options.UseDefaultDictionary = ReadSwitch(section),
        [nameof(TextRepairOptions.ProtectedWords)] = (section, options) => options.ProtectedWords.UnionWith(ReadList(section).Select(ReadWord)),
        [nameof(TextRepairOptions.Kinds)] = ReadKinds,
        [nameof(TextRepairOptions.CharacterForms)] = (section, options) =>
            options.CharacterForms = ReadList(section).Select(ReadName<CharacterForms>).Aggregate(CharacterForms.None, (all, form) => all | form),
        // The two below belong to the repairer's registration; ReadFiles reads them. Here they are only checked.
        [DictionaryFiles] = (section, _) => ReadList(section).Select(ReadWord).ToArray(),
        [ReloadDictionaries] = (section, _) => ReadSwitch(section),
    };

    /// <summary>Gets the keys a section may have.</summary>
    public static IReadOnlyCollection<string> Keys => Readers.Keys;

    /// <summary>Sets the options that a section names.</summary>
    /// <param name="configuration">The section.</param>
    /// <param name="options">The options to set; what the section does not name stays as it is.</param>
    /// <returns>What is wrong with the section, one message a key; empty if nothing is.</returns>
    public static IReadOnlyList<string> Bind(IConfiguration configuration, TextRepairOptions options)
    {
        var problems = new List<string>();
        foreach (IConfigurationSection section in configuration.GetChildren())
        {
            try
            {
                if (!Readers.TryGetValue(section.Key, out Action<IConfigurationSection, TextRepairOptions>? read))
                    throw new FormatException($"there is no such option. Options: {string.Join(", ", Readers.Keys.Order(StringComparer.Ordinal))}.");
                read(section, options);
            }
            catch (FormatException e)
            {
                problems.Add(e.Message.StartsWith(section.Path, StringComparison.Ordinal) ? e.Message : $"{section.Path}: {e.Message}");
            }
        }
        return problems;
    }

    /// <summary>Finds the dictionary files that a section names.</summary>
    public static IEnumerable<DictionaryFile> ReadFiles(IConfiguration configuration)
    {
        bool reload = !configuration.GetSection(ReloadDictionaries).Exists() || ReadSwitch(configuration.GetSection(ReloadDictionaries));
        return ReadList(configuration.GetSection(DictionaryFiles))
            .Select(item => new DictionaryFile(ReadWord(item), reload, item.Path));
    }

    private static void ReadKinds(IConfigurationSection section, TextRepairOptions options)
    {
        EditKind[] kinds = [.. ReadList(section).Select(ReadName<EditKind>)];
        options.Kinds.Clear();
        options.Kinds.UnionWith(kinds);
    }

    // A list of one may be written as a plain value.
    private static IEnumerable<IConfigurationSection> ReadList(IConfigurationSection section) =>
        string.IsNullOrEmpty(section.Value) ? section.GetChildren() : [section];

    private static string ReadWord(IConfigurationSection section) =>
        string.IsNullOrWhiteSpace(section.Value) ? throw Problem(section, "a text") : section.Value;

    private static double ReadNumber(IConfigurationSection section) =>
        double.TryParse(section.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Problem(section, "a number such as 0.9");

    private static bool ReadSwitch(IConfigurationSection section) =>
        bool.TryParse(section.Value, out bool value) ? value : throw Problem(section, "true or false");

    private static T ReadName<T>(IConfigurationSection section)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(section.Value, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : throw Problem(section, string.Join(", ", Enum.GetNames<T>()));

    private static FormatException Problem(IConfigurationSection section, string expected) =>
        new($"{section.Path}: expected {expected}; found {(section.Value is null ? "nothing" : $"\"{section.Value}\"")}.");
}
