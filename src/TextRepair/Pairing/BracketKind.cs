namespace TextRepair.Pairing;

/// <summary>A kind of bracket. Both widths of one kind are the same: （…) is a style, if not a good one.</summary>
internal enum BracketKind : byte
{
    /// <summary>No bracket.</summary>
    None,

    /// <summary>（…） and (…).</summary>
    Round,

    /// <summary>〔…〕.</summary>
    Shell,

    /// <summary>［…］ and […].</summary>
    Square,

    /// <summary>【…】.</summary>
    Lens,

    /// <summary>《…》.</summary>
    Title,

    /// <summary>〈…〉.</summary>
    SingleTitle,

    /// <summary>「…」 and 『…』.</summary>
    Corner,
}
