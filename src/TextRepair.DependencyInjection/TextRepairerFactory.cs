using Microsoft.Extensions.DependencyInjection;

namespace TextRepair.DependencyInjection;

internal sealed class TextRepairerFactory(IServiceProvider services, IEnumerable<Registration> registrations) : ITextRepairerFactory
{
    private readonly string[] _names = [.. registrations.Select(registration => registration.Name).Order(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> Names => Array.AsReadOnly(_names);

    public ITextRepairer GetRepairer(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"No repairer is named \"{name}\". Names registered by AddTextRepair: {Quoted()}.", nameof(name));
        return services.GetRequiredKeyedService<ITextRepairer>(name);
    }

    private string Quoted() => string.Join(", ", _names.Select(name => $"\"{name}\""));
}
