using System.Collections.Frozen;

namespace TextRepair.Cli;

/// <summary>What is right for a damaged text: its edits, and the places whose truth nobody can know.</summary>
internal sealed record Answer(IReadOnlyList<CodePointEdit> Edits, IReadOnlyList<CodePointEdit> Unsure)
{
    /// <summary>Gets the kinds of edit that the answer speaks of; others are not judged. The default is words.</summary>
    public IReadOnlySet<EditKind> Kinds { get; init; } = Words;

    public static IReadOnlySet<EditKind> Words { get; } = FrozenSet.Create(EditKind.Substitution, EditKind.Ocr);

    public static IReadOnlySet<EditKind> All { get; } = Enum.GetValues<EditKind>().ToFrozenSet();
}
