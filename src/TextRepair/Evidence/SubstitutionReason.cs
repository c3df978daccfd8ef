using System.Globalization;

namespace TextRepair.Evidence;

/// <summary>Tells why a word was replaced; put into words only when somebody asks.</summary>
internal sealed record SubstitutionReason(double DamageProbability, double InForce, double ContextLogOdds, double? Language, EvidenceSum Evidence)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"context {ContextLogOdds:+0.0;-0.0} nats{(Language is { } language ? $", language {language:+0.0;-0.0}" : "")}; swap in force {InForce:0.000} (damaged word {Evidence.Damaged} times, original {Evidence.Alive} times, evidence {Evidence.LogRatio:+0.0;-0.0} nats); document damaged {DamageProbability:0.000}");
}
