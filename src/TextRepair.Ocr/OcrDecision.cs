using System.Globalization;

namespace TextRepair.Ocr;

/// <summary>Turns what was found in a text into candidates, and knows the text as it is with the sure ones put right.</summary>
internal sealed class OcrDecision(string text, OcrGate gate, DocumentEvidence evidence, Vocabulary vocabulary, ICollection<Candidate> candidates)
{
    private readonly char[] _corrected = text.ToCharArray();
    private bool _changed;

    /// <summary>Proposes what a reading of the text, or of the corrected text, shows; what was put right stays.</summary>
    public void Decide(OcrReading reading)
    {
        foreach (Proposal proposal in reading.Proposals)
        {
            int start = reading.Start(proposal);
            double weight = evidence.Weigh(reading, proposal), logOdds = gate.LogOdds(weight);
            if (logOdds <= 0 || _corrected[start] != text[start]) continue;
            Candidate candidate = ToCandidate(start, proposal.Alternative, logOdds);
            candidates.Add(candidate);
            if (weight >= gate.Threshold && candidate.Replacement.Length == 1) Correct(start, candidate.Replacement[0]);
        }
    }

    /// <summary>Gets the text with the sure substitutions made; nothing where there are none.</summary>
    public string? Corrected() => _changed ? new string(_corrected) : null;

    private void Correct(int at, char put)
    {
        _corrected[at] = put;
        _changed = true;
    }

    private Candidate ToCandidate(int start, Alternative alternative, double logOdds)
    {
        string replacement = alternative.IsDeletion ? "" : vocabulary.Character(alternative.Id).ToString();
        return new Candidate(start, 1, replacement, logOdds, EditKind.Ocr, $"{text[start]}→{replacement}", new Reason(alternative));
    }

    private sealed class Reason(Alternative alternative)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"reads {Nats(alternative.Gain):0.0} nats better; {Misreading()}");

        private string Misreading() =>
            alternative.IsDeletion ? "readers put this character where none is"
            : alternative.IsUnlisted ? "proposed by the context alone"
            : string.Create(CultureInfo.InvariantCulture, $"the misreading costs {Nats(alternative.Channel):0.0}");

        private static double Nats(int steps) => (double)steps / LanguageModel.Scale;
    }
}
