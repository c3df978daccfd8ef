using System.Globalization;

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

    /// <summary>Tells whether so much was misread in a text whose layout is a page's that it must be a scan.</summary>
    internal static bool IsScannedPage(string text)
    {
        OcrModels models = OcrModels.Default;
        OcrGate gate = OcrGate.For(OcrMode.Automatic);
        var tokens = new TokenText(text, models.Language.Vocabulary);
        var proposals = new List<Proposal>();
        new Decoder(models.Language, models.Confusions, gate.Settings).Find(text, tokens, proposals);
        return ScanJudge.IsScannedPage(new DocumentEvidence(text, tokens, models.Language, proposals, gate.PriorErrors), tokens.Ids.Length);
    }

    private void Find(string text, OcrModels models, ICollection<Candidate> candidates)
    {
        OcrGate gate = OcrGate.For(_mode);
        var tokens = new TokenText(text, models.Language.Vocabulary);
        var proposals = new List<Proposal>();
        new Decoder(models.Language, models.Confusions, gate.Settings).Find(text, tokens, proposals);
        if (proposals.Count == 0) return;
        var evidence = new DocumentEvidence(text, tokens, models.Language, proposals, gate.PriorErrors);
        if (_mode == OcrMode.Automatic && !ScanJudge.IsScan(evidence, tokens.Ids.Length)) return;
        foreach (Proposal proposal in proposals)
        {
            double logOdds = gate.LogOdds(evidence.Weigh(proposal));
            if (logOdds > 0) candidates.Add(ToCandidate(text, tokens, proposal, logOdds, models.Language.Vocabulary));
        }
    }

    private static Candidate ToCandidate(string text, TokenText tokens, Proposal proposal, double logOdds, Vocabulary vocabulary)
    {
        int start = tokens.Starts[proposal.Token];
        string replacement = proposal.Replacement == Proposal.Deletion ? "" : vocabulary.Character(proposal.Replacement).ToString();
        return new Candidate(start, 1, replacement, logOdds, EditKind.Ocr, $"{text[start]}→{replacement}", new Reason(proposal));
    }

    private sealed class Reason(Proposal proposal)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"reads {Nats(proposal.Before - proposal.After):0.0} nats better; the misreading costs {Nats(proposal.Channel):0.0}");

        private static double Nats(int steps) => (double)steps / LanguageModel.Scale;
    }
}
