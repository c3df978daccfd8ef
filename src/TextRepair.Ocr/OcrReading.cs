namespace TextRepair.Ocr;

/// <summary>What a text, read once, shows of misread characters.</summary>
internal sealed class OcrReading
{
    private readonly List<Proposal> _proposals = [];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="models">The models.</param>
    /// <param name="probes">Whether to look at what the quick probe finds instead of everything.</param>
    public OcrReading(string text, OcrModels models, bool probes = false)
    {
        (Text, Tokens) = (text, new TokenText(text, models.Language.Vocabulary));
        List<Alternative> alternatives = probes ? models.Probe.Find(text, Tokens) : models.Decoder.Find(text, Tokens);
        var counts = new DocumentCounts(text, Tokens, models.Language.Vocabulary, alternatives);
        var describe = new AlternativeFeatures(models, text, Tokens, counts);
        Span<double> features = stackalloc double[AlternativeFeatures.Names.Count];
        foreach (Alternative alternative in alternatives)
        {
            describe.Describe(alternative, features);
            Add(new Proposal(alternative, models.Judge.LogOdds(features)));
        }
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
