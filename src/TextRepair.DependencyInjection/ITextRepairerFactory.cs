namespace TextRepair.DependencyInjection;

/// <summary>Finds repairers by the names they were registered under.</summary>
public interface ITextRepairerFactory
{
    /// <summary>Gets the names of all repairers, sorted; the one without a name is the empty string.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Gets the repairer of a name: always the same instance.</summary>
    /// <param name="name">The name; the empty string for the one without a name.</param>
    /// <exception cref="ArgumentException">No repairer was registered under this name; the message lists the names there are.</exception>
    ITextRepairer GetRepairer(string name);
}
