namespace TextRepair.Ocr;

/// <summary>What a text, read once, shows of misread characters.</summary>
internal sealed class OcrReading
{
    private readonly List<Proposal> _proposals = [];

    /// <summary>Weighs what was found in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="models">The models.</param>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="alternatives">What was found: by <see cref="Decoder"/> everything, by <see cref="ScanProbe"/> the surest.</param>
    public OcrReading(string text, OcrModels models, TokenText tokens, List<Alternative> alternatives)
    {
        (Text, Tokens) = (text, tokens);
        var counts = new DocumentCounts(text, Tokens, models.Language.Vocabulary, alternatives);
        var describe = new AlternativeFeatures(models, text, Tokens, counts);
        Span<double> features = stackalloc double[AlternativeFeatures.Names.Count];
        foreach (Alternative alternative in alternatives)
        {
            describe.Describe(alternative, features);
            Add(new Proposal(alternative, models.Judge.LogOdds(features)));
        }
    }

    /// <summary>Reads a text in full.</summary>
    public static OcrReading InFull(string text, OcrModels models)
    {
        var tokens = new TokenText(text, models.Language.Vocabulary);
        return new OcrReading(text, models, tokens, models.Decoder.Find(text, tokens));
    }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    /// <summary>Gets its tokens.</summary>
    public TokenText Tokens { get; }

    /// <summary>Gets the best alternative of each place that has any, in order.</summary>
    public IReadOnlyList<Proposal> Proposals => _proposals;

    /// <summary>Gets where a proposal stands, in UTF-16 code units.</summary>
    public int Start(Proposal proposal) => Tokens.Starts[proposal.Alternative.Token];

    private void Add(Proposal proposal)
    {
        if (_proposals.Count == 0 || _proposals[^1].Alternative.Token != proposal.Alternative.Token) _proposals.Add(proposal);
        else if (proposal.LogOdds > _proposals[^1].LogOdds) _proposals[^1] = proposal;
    }
}
