namespace TextRepair.Training.Ocr;

/// <summary>One document of a corpus.</summary>
internal sealed record OcrDocument(string Id, string Source, string Text);
