using System.Globalization;

namespace TextRepair.Corpus;

/// <summary>Which of the recorded edits are made.</summary>
public sealed class EditSelection
{
    /// <summary>Gets or sets the confidence below which an edit is not made.</summary>
    /// <value>From 0 to 1; the default is that of <see cref="TextRepairOptions"/>. Below what the run recorded there is nothing more to make.</value>
    public double MinimumConfidence { get; set; } = new TextRepairOptions().MinimumConfidence;

    /// <summary>Gets the kinds of edit that are made.</summary>
    /// <value>All kinds by default.</value>
    public ISet<EditKind> Kinds { get; } = new HashSet<EditKind>(Enum.GetValues<EditKind>());

    /// <summary>Gets the rules whose edits are not made, such as <c>效劳→服务</c>.</summary>
    public ISet<string> ExceptRules { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the ids of documents that stay as they were, as they stand in the JSON, with or without quotes.</summary>
    public ISet<string> ExceptIds { get; } = new HashSet<string>(StringComparer.Ordinal);

    internal EditsRecord Choose(EditsRecord record)
    {
        bool isExcepted = ExceptIds.Any(record.HasId);
        return record.With(edit => !isExcepted && Contains(edit));
    }

    internal string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{MinimumConfidence};{string.Join(',', Kinds.Order())};{string.Join(',', ExceptRules.Order(StringComparer.Ordinal))};{string.Join(',', ExceptIds.Order(StringComparer.Ordinal))}");

    private bool Contains(TextEdit edit) =>
        EditsRecord.IsSureEnough(edit, MinimumConfidence) && Kinds.Contains(edit.Kind) && !ExceptRules.Contains(edit.Rule);
}
