using System.Buffers;

namespace TextRepair;

/// <summary>Repairs damaged Chinese text and leaves right text alone.</summary>
/// <remarks>Immutable and safe to use from several threads. Make one and keep it: construction costs more than a repair.</remarks>
public sealed class TextRepairer
{
    // A text that has not come to rest after so many rounds is left as it was.
    private const int MostRounds = 4;

    private readonly IStage[] _stages;

    /// <summary>Initialises a repairer with the default options.</summary>
    public TextRepairer()
        : this(new TextRepairOptions())
    {
    }

    /// <summary>Initialises a repairer.</summary>
    /// <param name="options">The options; read once, so later changes have no effect.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it and the values allowed.</exception>
    public TextRepairer(TextRepairOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.MinimumConfidence is not (>= 0.5 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.MinimumConfidence, "MinimumConfidence must be from 0.5 to 1.");
        _stages = Stages.Create(options);
    }

    /// <summary>Repairs a text.</summary>
    /// <param name="text">Any text; no text makes this method throw.</param>
    /// <returns>The repaired text with its edits, findings and diagnosis. Text that is right comes back as the same instance.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public RepairResult Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        RepairResult first = RunStages(text);
        RepairResult result = first;
        // What was repaired is judged once more, until nothing fires: so repairing a repaired text changes nothing.
        for (int round = 1; result.Edits.Count > 0; round++)
        {
            RepairResult again = RunStages(result.Text);
            if (again.Edits.Count == 0) return result;
            if (round == MostRounds) return new RepairResult(text, text, EditList.Empty, first.Findings, first.Diagnosis);
            EditList edits = result.Edits.Then(text, again.Edits);
            result = new RepairResult(text, edits.ApplyTo(text), edits, first.Findings, first.Diagnosis);
        }
        return result;
    }

    /// <summary>Repairs a text into a buffer.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="output">Receives the repaired text.</param>
    /// <returns>The result, whose <see cref="RepairResult.Text"/> is what was written.</returns>
    public RepairResult Repair(ReadOnlySpan<char> text, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        RepairResult result = Repair(text.ToString());
        output.Write(result.Text);
        return result;
    }

    private RepairResult RunStages(string text)
    {
        EditList edits = EditList.Empty;
        string repaired = text;
        List<Finding>? findings = null;
        Diagnosis? diagnosis = null;
        foreach (IStage stage in _stages)
        {
            var output = new StageOutput();
            stage.Run(repaired, output);
            diagnosis ??= output.Diagnosis;
            if (output.HasFindings)
                foreach (Finding finding in output.Findings)
                    (findings ??= []).Add(finding with { Start = edits.ToOriginal(finding.Start) });
            if (!output.HasEdits) continue;
            EditList next = EditList.Create(output.Edits);
            edits = edits.Then(text, next);
            repaired = next.ApplyTo(repaired);
        }
        findings?.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new RepairResult(text, repaired, edits, findings ?? [], diagnosis ?? Diagnosis.Clean);
    }
}
