namespace TextRepair.DependencyInjection;

/// <summary>Repairs texts with the repairer that is in force now, and counts what it does.</summary>
/// <remarks>
/// A singleton, safe to use from several threads. Inject it, or ask for a named one with
/// <c>[FromKeyedServices("name")] ITextRepairer</c>. Each repair is done by one repairer from beginning to end,
/// also while dictionaries are read again.
/// </remarks>
public interface ITextRepairer
{
    /// <summary>Gets the name it was registered under; empty for the one without a name.</summary>
    string Name { get; }

    /// <summary>Gets the repairer in force now. Keep it to repair several texts alike; it is not counted in metrics and traces.</summary>
    TextRepairer Current { get; }

    /// <summary>Repairs a text.</summary>
    /// <param name="text">Any text; no text makes this method throw.</param>
    /// <returns>The repaired text with its edits, findings and diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    RepairResult Repair(string text);
}
