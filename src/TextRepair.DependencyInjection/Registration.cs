using Microsoft.Extensions.Configuration;

namespace TextRepair.DependencyInjection;

/// <summary>What one repairer was registered with. Filled while services are registered, only read afterwards.</summary>
internal sealed class Registration(string name)
{
    public string Name { get; } = name;

    /// <summary>Gets the dictionary files named in code.</summary>
    public List<DictionaryFile> Files { get; } = [];

    /// <summary>Gets the sections of the configuration the options are read from; later ones win.</summary>
    public List<IConfiguration> Sections { get; } = [];

    /// <summary>Finds all dictionary files as code and configuration name them now.</summary>
    /// <param name="root">The folder where relative paths start.</param>
    public IEnumerable<DictionaryFile> FindFiles(string root) =>
        Files.Concat(Sections.SelectMany(OptionsBinder.ReadFiles)).Select(file => file with { Path = Path.GetFullPath(file.Path, root) });

    /// <summary>Finds how to call an option in a message: by its key in the configuration, where it stands there.</summary>
    public string KeyOf(string option)
    {
        IConfigurationSection? section = Sections.Select(section => section.GetSection(option)).LastOrDefault(found => found.Exists());
        if (section is not null) return section.Path;
        return Name.Length == 0 ? option : $"{option} of the repairer \"{Name}\"";
    }
}
