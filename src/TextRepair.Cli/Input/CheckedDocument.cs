using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>A document and what was found in it.</summary>
internal sealed record CheckedDocument(InputFile Input, RecordPlace Place, RepairResult Result)
{
    /// <summary>Gets the name that a person finds it by: a record by file and line.</summary>
    public string Name => Place.Line > 0 ? $"{Input.Name}:{Place.Line}" : Input.Name;

    /// <summary>Gets a value indicating whether anything is damaged. Masks (xx年) may be the author's own and do not count.</summary>
    public bool IsDamaged => Result.Edits.Count > 0 || Result.Findings.Any(finding => finding.Kind != FindingKind.Mask);

    /// <summary>Writes the line and the id of a record; nothing for a text.</summary>
    public void WritePlace(Utf8JsonWriter json)
    {
        if (Place.Line > 0) json.WriteNumber("line"u8, Place.Line);
        if (Place.Id.IsEmpty) return;
        json.WritePropertyName("id"u8);
        json.WriteRawValue(Place.Id.Span, skipInputValidation: true);
    }
}
