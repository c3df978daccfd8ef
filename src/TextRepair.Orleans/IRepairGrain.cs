using Orleans.Concurrency;

namespace TextRepair.Orleans;

/// <summary>Repairs single texts, for services that want it as a call. Its key is 0; every silo answers.</summary>
[Alias("textrepair.IRepairGrain")]
public interface IRepairGrain : IGrainWithIntegerKey
{
    /// <summary>Repairs a text.</summary>
    /// <param name="text">Any text up to <see cref="TextRepairSiloOptions.MaximumCallLength"/>.</param>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    /// <exception cref="TooManyCallsException">The silo has as many calls as it holds; try again a little later.</exception>
    [Alias("Repair"), ResponseTimeout("00:01:00")]
    Task<Immutable<RepairReply>> RepairAsync(Immutable<string> text);
}
