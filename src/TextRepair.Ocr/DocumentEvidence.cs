namespace TextRepair.Ocr;

/// <summary>What a document says of the proposals made for it.</summary>
/// <remarks>
/// Three things count. How often something was surely misread elsewhere in the document sets the prior of each proposal
/// (its own pair of characters left out). A pair of neighbours that stands elsewhere in the document speaks for itself: the
/// pair as read against the proposal, the pair as proposed for it. And the same misreading in other surroundings makes
/// itself more probable.
/// </remarks>
internal sealed class DocumentEvidence
{
    // The error rate that the prior of the decoder takes for granted: exp(-4).
    private const double AssumedRate = 0.018;

    // Of five errors one is found surely.
    private const double ErrorsPerSureOne = 5;
    private const double PriorLength = 600;

    private readonly string _text;
    private readonly TokenText _tokens;
    private readonly LanguageModel _language;
    private readonly List<Proposal> _proposals;
    private readonly Dictionary<uint, int> _pairs = [];
    private readonly Dictionary<(char, ushort), double> _sure = [];
    private readonly double _priorErrors;
    private readonly double _allSure;

    /// <summary>Reads the document.</summary>
    public DocumentEvidence(string text, TokenText tokens, LanguageModel language, List<Proposal> proposals, double priorErrors)
    {
        (_text, _tokens, _language, _proposals, _priorErrors) = (text, tokens, language, proposals, priorErrors);
        CountPairs();
        foreach (Proposal proposal in proposals)
        {
            (char, ushort) pair = Pair(proposal);
            _sure[pair] = Math.Max(_sure.GetValueOrDefault(pair), Sureness(Score(proposal)));
        }
        foreach (double sure in _sure.Values) _allSure += sure;
    }

    /// <summary>Gets how many different misreadings are surely in the document.</summary>
    public double SureMisreadings => _allSure;

    /// <summary>Weighs a proposal, in nats: 0 where as much speaks for it as against it.</summary>
    public double Weigh(Proposal proposal)
    {
        double others = _allSure - _sure[Pair(proposal)];
        double rate = ErrorsPerSureOne * (others + _priorErrors) / (_tokens.Ids.Length + PriorLength);
        return Score(proposal) - Math.Max(0, Math.Log(AssumedRate / rate));
    }

    private static double Sureness(double score) => Math.Clamp((score - 2) / 4, 0, 1);

    private double Score(Proposal proposal) => (double)proposal.Gain / LanguageModel.Scale + Neighbours(proposal);

    private double Neighbours(Proposal proposal)
    {
        if (proposal.Replacement == Proposal.Deletion) return 0;
        int at = _tokens.Starts[proposal.Token];
        char put = _language.Vocabulary.Character(proposal.Replacement);
        double weight = 0;
        if (at > 0) weight += Side(Key(_text[at - 1], _text[at]), Key(_text[at - 1], put));
        if (at + 1 < _text.Length) weight += Side(Key(_text[at], _text[at + 1]), Key(put, _text[at + 1]));
        return weight;
    }

    private double Side(uint read, uint proposed)
    {
        bool again = _pairs.GetValueOrDefault(read) > 1, elsewhere = _pairs.GetValueOrDefault(proposed) > 0;
        return again == elsewhere ? 0 : again ? -3 : 0.5;
    }

    // Only pairs somebody will ask for are counted, in one pass.
    private void CountPairs()
    {
        if (_proposals.Count == 0) return;
        foreach (Proposal proposal in _proposals)
        {
            int at = _tokens.Starts[proposal.Token];
            if (proposal.Replacement == Proposal.Deletion) continue;
            char put = _language.Vocabulary.Character(proposal.Replacement);
            foreach (char c in (ReadOnlySpan<char>)[_text[at], put])
            {
                if (at > 0) _pairs[Key(_text[at - 1], c)] = 0;
                if (at + 1 < _text.Length) _pairs[Key(c, _text[at + 1])] = 0;
            }
        }
        for (int i = 1; i < _text.Length; i++)
        {
            ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(_pairs, Key(_text[i - 1], _text[i]));
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count)) count++;
        }
    }

    private (char, ushort) Pair(Proposal proposal) => (_text[_tokens.Starts[proposal.Token]], proposal.Replacement);

    private static uint Key(char left, char right) => ((uint)left << 16) | right;
}
