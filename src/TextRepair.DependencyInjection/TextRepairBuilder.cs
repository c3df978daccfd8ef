using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TextRepair.DependencyInjection;

/// <summary>Goes on registering one repairer: where its options and dictionaries come from.</summary>
public sealed class TextRepairBuilder
{
    private readonly Registration _registration;

    internal TextRepairBuilder(IServiceCollection services, Registration registration) => (Services, _registration) = (services, registration);

    /// <summary>Gets the services the repairer is registered with.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Gets the name of the repairer; empty for the one without a name.</summary>
    public string Name => _registration.Name;

    /// <summary>Sets options in code.</summary>
    /// <param name="configure">Sets options; called again whenever the repairer is made anew.</param>
    public TextRepairBuilder Configure(Action<TextRepairOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(Name, configure);
        return this;
    }

    /// <summary>Reads options from a section of the configuration, and again when it changes.</summary>
    /// <param name="section">
    /// The section. Its keys are the names of <see cref="TextRepairOptions"/> that can be written down:
    /// <c>MinimumConfidence</c>, <c>Source</c>, <c>Scope</c>, <c>UseDefaultDictionary</c>, <c>ProtectedWords</c>, <c>Kinds</c>, <c>CharacterForms</c>;
    /// and <c>DictionaryFiles</c> (paths) with <c>ReloadDictionaries</c> (default true). A key that is none of these is an
    /// error, found when the host starts.
    /// </param>
    public TextRepairBuilder Bind(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        _registration.Sections.Add(section);
        Services.AddSingleton<IConfigureOptions<TextRepairOptions>>(new SectionBinding(Name, section));
        return this;
    }

    /// <summary>Adds a dictionary that is read from a file.</summary>
    /// <param name="path">The path of the file; relative paths start at the host's content root, without a host at the current directory.</param>
    /// <param name="reloadOnChange">
    /// Whether the file is watched. When it changes, a new repairer takes the place of the old one; if the file is broken,
    /// the old one serves on and the reason is logged.
    /// </param>
    public TextRepairBuilder AddDictionaryFile(string path, bool reloadOnChange = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _registration.Files.Add(new DictionaryFile(path, reloadOnChange, path));
        return this;
    }
}
