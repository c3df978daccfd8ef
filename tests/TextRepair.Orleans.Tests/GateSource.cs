namespace TextRepair.Orleans.Tests;

/// <summary>Holds the repair of texts that ask for it until the gate is opened, so that calls pile up however fast repairs are.</summary>
internal sealed class GateSource : ICandidateSource
{
    /// <summary>A text that begins so waits at the gate.</summary>
    public const string Waiting = "等候";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Gets the gate of all silos of this process.</summary>
    public static ManualResetEventSlim Gate { get; } = new();

    /// <inheritdoc/>
    public void FindCandidates(string text, TextRepairOptions options, ICollection<Candidate> candidates)
    {
        if (text.StartsWith(Waiting, StringComparison.Ordinal)) Gate.Wait(Patience);
    }
}
