using System.Buffers;

namespace TextRepair;

/// <summary>Repairs damaged Chinese text and leaves right text alone.</summary>
/// <remarks>Immutable and safe to use from several threads. Make one and keep it: construction costs more than a repair.</remarks>
public sealed partial class TextRepairer
{
    // What was repaired is judged once more, until nothing fires: so repairing a repaired text changes nothing.
    private readonly FixedPointStage _stages;
    private readonly Pool<StageOutput> _outputs = new(() => new StageOutput());

    /// <summary>Initialises a repairer with the default options.</summary>
    public TextRepairer()
        : this(new TextRepairOptions())
    {
    }

    /// <summary>Initialises a repairer.</summary>
    /// <param name="options">The options; read once, so later changes have no effect.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it and the values allowed.</exception>
    /// <exception cref="ArgumentException">A list of the options holds <see langword="null"/>; the message names it.</exception>
    public TextRepairer(TextRepairOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        _stages = new FixedPointStage(Stages.Create(options), Stages.CreateReports(options));
    }

    /// <summary>Repairs a text.</summary>
    /// <param name="text">Any text; no text makes this method throw.</param>
    /// <returns>The repaired text with its edits, findings and diagnosis. Text that is right comes back as the same instance.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public RepairResult Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > LongestWhole ? RepairLong(text) : RepairWhole(text);
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

    private static void Check(TextRepairOptions options)
    {
        if (options.MinimumConfidence is not (>= 0.5 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.MinimumConfidence, "MinimumConfidence must be from 0.5 to 1.");
        if (!Enum.IsDefined(options.Source)) throw new ArgumentOutOfRangeException(nameof(options), options.Source, "Source must be Unknown or Suspected.");
        if (!Enum.IsDefined(options.Scope)) throw new ArgumentOutOfRangeException(nameof(options), options.Scope, "Scope must be Document, Paragraph or Line.");
        (string, IEnumerable<object?>)[] lists = [("Dictionaries", options.Dictionaries), ("ProtectedWords", options.ProtectedWords), ("CandidateSources", options.CandidateSources)];
        foreach ((string name, IEnumerable<object?> list) in lists)
            if (list.Contains(null)) throw new ArgumentException($"{name} must not hold null.", nameof(options));
    }

    private RepairResult RepairWhole(string text)
    {
        StageOutput output = _outputs.Take();
        EditList edits = _stages.Settle(text, output);
        var result = new RepairResult(text, edits.ApplyTo(text), edits, output.TakeFindings(), output.Diagnosis ?? Diagnosis.Clean);
        output.Clear();
        _outputs.Give(output);
        return result;
    }
}
