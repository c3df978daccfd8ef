namespace TextRepair.DependencyInjection;

/// <summary>The names to listen to for metrics and traces.</summary>
/// <remarks>
/// Counters <c>textrepair.documents</c>, <c>textrepair.characters</c>, <c>textrepair.edits</c> (by <c>textrepair.kind</c>),
/// <c>textrepair.findings</c>, <c>textrepair.reloads</c>; histogram <c>textrepair.repair.duration</c> in seconds; activity
/// <c>textrepair.repair</c>. All carry <c>textrepair.repairer</c>, the name of the repairer. None carries text of a document.
/// </remarks>
public static class TextRepairTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "TextRepair";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "TextRepair";
}
