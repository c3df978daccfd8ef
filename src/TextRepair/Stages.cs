namespace TextRepair;

/// <summary>The stages of a repairer, in the order a text goes through them.</summary>
internal static class Stages
{
    public static IStage[] Create(TextRepairOptions options)
    {
        _ = options;
        return [];
    }
}
