using System.Buffers;
using System.Text;
using TextRepair.Records;

namespace TextRepair.Corpus;

/// <summary>One line of an edits file: what was done to one document, what was seen in it, and what it takes to undo it.</summary>
internal sealed partial class EditsRecord
{
    // The decimal places that the edits file keeps. Deciding by the rounded value gives the same answer before and after.
    internal const int Places = 4;

    // The line as it was, where undoing the edits one by one would spell it differently; null nearly always.
    private string? _source;

    private EditsRecord(RecordPlace place, string? source, RecordedEdit[] edits, IReadOnlyList<Finding> findings, Diagnosis diagnosis) =>
        (Place, _source, Edits, Findings, Diagnosis) = (place, source, edits, findings, diagnosis);

    public RecordPlace Place { get; }

    public IReadOnlyList<RecordedEdit> Edits { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public Diagnosis Diagnosis { get; }

    /// <summary>Documents that show next to nothing are not listed; those that are not listed count as right.</summary>
    public bool IsWorthWriting => Edits.Count > 0 || Findings.Count > 0 || CorpusCounts.Bin(Diagnosis.DamageProbability) > 0;

    public static EditsRecord Of(RecordPlace place, DocumentRepair repaired, double minimumConfidence) =>
        new(place, null, Decide(repaired.Edits, edit => IsSureEnough(edit, minimumConfidence)), repaired.Findings, repaired.Diagnosis);

    public static EditsRecord Clean(RecordPlace place) => new(place, null, [], [], Diagnosis.Clean);

    /// <summary>Tells whether an edit reaches a confidence, to the places that are kept.</summary>
    public static bool IsSureEnough(TextEdit edit, double minimumConfidence) =>
        Math.Round(edit.Confidence, Places) >= Math.Round(minimumConfidence, Places);

    /// <summary>Gets the same record with other edits made.</summary>
    public EditsRecord With(Func<TextEdit, bool> isMade) =>
        new(Place, null, Decide(Edits.Select(recorded => recorded.Edit), isMade), Findings, Diagnosis);

    /// <summary>Gets the edits that the output has.</summary>
    public EditList Made() => EditList.Create(from recorded in Edits where recorded.IsMade select recorded.Edit);

    /// <summary>Tells whether the record is of the document with this id, as it stands in the JSON or without its quotes.</summary>
    public bool HasId(string id)
    {
        string own = Encoding.UTF8.GetString(Place.Id.Span);
        return own.Length > 0 && (own == id || own == $"\"{id}\"");
    }

    /// <summary>Makes the edits in a line.</summary>
    /// <param name="document">The document as it was.</param>
    /// <param name="line">Its line.</param>
    /// <param name="field">The field that holds the text.</param>
    /// <returns>The line of the output; <paramref name="line"/> itself where nothing is made.</returns>
    public ReadOnlyMemory<byte> Make(JsonRecord document, ReadOnlyMemory<byte> line, string field)
    {
        EditList made = Made();
        if (made.Count == 0) return line;
        ReadOnlyMemory<byte> written = Edit(document, made, line.Length);
        if (!Unmake(written, made, field).Span.SequenceEqual(line.Span)) _source = Encoding.UTF8.GetString(line.Span);
        return written;
    }

    /// <summary>Takes a line of the output back to what the input had, byte for byte.</summary>
    public ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> line, string field)
    {
        EditList made = Made();
        if (made.Count == 0) return line;
        return _source is { } source ? Encoding.UTF8.GetBytes(source) : Unmake(line, made, field);
    }

    /// <summary>Counts the document's evidence and findings, and its edits.</summary>
    public void CountAll(CorpusCounts counts)
    {
        foreach (Finding finding in Findings) CorpusCounts.Count(counts.FindingsByKind, ResultJson.NameOf(finding.Kind));
        foreach (RecordedEdit recorded in Edits) counts.Confidence[CorpusCounts.Bin(recorded.Edit.Confidence)]++;
        counts.Damage[CorpusCounts.Bin(Diagnosis.DamageProbability)]++;
        CountMade(counts);
    }

    /// <summary>Counts the edits made and not made.</summary>
    public void CountMade(CorpusCounts counts)
    {
        int made = Edits.Count(recorded => recorded.IsMade);
        counts.Edits += made;
        counts.EditsNotMade += Edits.Count - made;
        if (made > 0) counts.ChangedDocuments++;
        foreach (RecordedEdit recorded in Edits)
            if (recorded.IsMade) CountMade(recorded.Edit, counts);
    }

    private void CountMade(TextEdit edit, CorpusCounts counts)
    {
        CorpusCounts.Count(counts.EditsByRule, edit.Rule);
        CorpusCounts.Count(counts.EditsByKind, ResultJson.NameOf(edit.Kind));
        SwapDiagnosis? swap = Diagnosis.Swaps.FirstOrDefault(swap => edit.Rule == $"{swap.Damaged}→{swap.Original}");
        if (swap is not null) CorpusCounts.Count(counts.EditsByFamily, swap.Family);
    }

    private static ReadOnlyMemory<byte> Unmake(ReadOnlyMemory<byte> line, EditList made, string field) =>
        Edit(JsonRecord.Parse(line, field), made.Invert(), line.Length);

    private static ReadOnlyMemory<byte> Edit(JsonRecord document, EditList edits, int length)
    {
        var output = new ArrayBufferWriter<byte>(length + 64);
        document.Write(edits, output);
        return output.WrittenMemory;
    }

    private static RecordedEdit[] Decide(IEnumerable<TextEdit> edits, Func<TextEdit, bool> isMade) =>
        [.. edits.Select(edit => new RecordedEdit(edit, isMade(edit)))];
}
