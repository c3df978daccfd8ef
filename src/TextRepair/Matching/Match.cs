namespace TextRepair.Matching;

/// <summary>A pattern found in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Pattern">The number of the pattern, from 0; its complement where the place is protected.</param>
internal readonly record struct Match(int Start, int Pattern)
{
    /// <summary>Gets a value indicating whether the place is only read as the context of others.</summary>
    public bool IsProtected => Pattern < 0;

    /// <summary>Gets the number of the pattern, protected or not.</summary>
    public int Word => Pattern ^ (Pattern >> 31);

    /// <summary>Protects the place.</summary>
    public Match Protect() => new(Start, ~Word);
}
