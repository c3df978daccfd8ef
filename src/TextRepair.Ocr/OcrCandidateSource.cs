namespace TextRepair.Ocr;

/// <summary>Proposes corrections of characters that a reader of scans took for others: 项住 → 顶住.</summary>
/// <remarks>
/// A language model says which characters are improbable where they stand, a model of confusions which others they may have
/// been, and the document how far both are to be believed. The confidence of a candidate was set on pages with fonts not
/// trained on; at the default <see cref="TextRepairOptions.MinimumConfidence"/>, all edits of mode <see cref="OcrMode.On"/>
/// together were right nine times in ten there. Models are loaded when the first text is read. Immutable and safe to
/// use from several threads.
/// </remarks>
public sealed class OcrCandidateSource : ICandidateSource
{
    private readonly OcrMode _mode;

    /// <summary>Initialises a source.</summary>
    /// <param name="mode">When to look; the default is <see cref="OcrMode.Automatic"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    public OcrCandidateSource(OcrMode mode = OcrMode.Automatic)
    {
        if (!Enum.IsDefined(mode)) throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode must be Off, Automatic, On or Thorough.");
        _mode = mode;
    }

    /// <summary>Gets when the source looks.</summary>
    public OcrMode Mode => _mode;

    /// <inheritdoc/>
    public void FindCandidates(string text, TextRepairOptions options, ICollection<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(candidates);
        if (_mode == OcrMode.Off || !options.Kinds.Contains(EditKind.Ocr) || text.Length == 0) return;
        OcrModels models = OcrModels.Default;
        if (_mode == OcrMode.Automatic && ScanJudge.IsSurelyNoScan(text, models)) return;
        Find(text, models, candidates);
    }

    /// <summary>Names the source and its mode: two sources of the same name find the same.</summary>
    public override string ToString() => $"{nameof(OcrCandidateSource)}({_mode})";

    /// <summary>Counts how many different misreadings are surely in a text.</summary>
    internal static double CountMisreadings(string text) =>
        new DocumentEvidence(OcrReading.InFull(text, OcrModels.Default), OcrGate.For(OcrMode.Automatic).PriorErrors).SureMisreadings;

    private void Find(string text, OcrModels models, ICollection<Candidate> candidates)
    {
        var gate = OcrGate.For(_mode);
        var reading = OcrReading.InFull(text, models);
        if (reading.Proposals.Count == 0) return;
        var evidence = new DocumentEvidence(reading, gate.PriorErrors);
        if (_mode == OcrMode.Automatic && !ScanJudge.IsScan(evidence, text.Length)) return;
        var decision = new OcrDecision(text, gate, evidence, models.Language.Vocabulary, candidates);
        decision.Decide(reading);
        // A second look, beside what was surely misread: neighbours speak more clearly once they are right.
        if (decision.Corrected() is { } corrected) decision.Decide(OcrReading.InFull(corrected, models));
    }
}
