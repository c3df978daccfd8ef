namespace TextRepair.Cli;

/// <summary>An edit in code points, as answers are written.</summary>
internal readonly record struct CodePointEdit(int Start, int Length, string Replacement, EditKind Kind = EditKind.Substitution)
{
    public int End => Start + Length;
}
