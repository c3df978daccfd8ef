namespace TextRepair.Ocr;

/// <summary>Something else that may have stood where a token stands.</summary>
/// <param name="Id">Its number, or <see cref="Proposal.Deletion"/>.</param>
/// <param name="Price">What channel and prior ask for it.</param>
/// <param name="Before">What the token and those after it in reach cost as they stand.</param>
/// <param name="After">What they cost with it.</param>
internal readonly record struct Alternative(ushort Id, int Price, int Before, int After)
{
    /// <summary>Gets what the text costs less with it; below 0 where it costs more.</summary>
    public int Gain => Before - After - Price;
}
