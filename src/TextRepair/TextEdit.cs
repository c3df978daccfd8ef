namespace TextRepair;

/// <summary>Replaces one span of the original text.</summary>
/// <remarks>Positions are UTF-16 code units of the original text, from 0. An insertion has length 0.</remarks>
public sealed class TextEdit
{
    private readonly object _reason;

    /// <summary>Initialises an edit.</summary>
    /// <param name="start">Where the replaced span starts, in UTF-16 code units.</param>
    /// <param name="original">The text that stands there; empty for an insertion.</param>
    /// <param name="replacement">The text to put there; empty for a deletion.</param>
    /// <param name="kind">The kind of damage.</param>
    /// <param name="confidence">The probability that the edit is right, from 0 to 1.</param>
    /// <param name="rule">The rule behind it, such as <c>效劳→服务</c> or <c>page-mark</c>.</param>
    /// <param name="reason">What spoke for it. Its <see cref="object.ToString"/> is asked only when <see cref="Reason"/> is read.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative.</exception>
    public TextEdit(int start, string original, string replacement, EditKind kind, double confidence, string rule, object reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(replacement);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(reason);
        (Start, Original, Replacement, Kind, Confidence, Rule, _reason) = (start, original, replacement, kind, confidence, rule, reason);
    }

    /// <summary>Gets where the replaced span starts, in UTF-16 code units.</summary>
    public int Start { get; }

    /// <summary>Gets the length of the replaced span, in UTF-16 code units; 0 for an insertion.</summary>
    public int Length => Original.Length;

    /// <summary>Gets where the replaced span ends, exclusive.</summary>
    public int End => Start + Original.Length;

    /// <summary>Gets the replaced text.</summary>
    public string Original { get; }

    /// <summary>Gets the text that takes its place.</summary>
    public string Replacement { get; }

    /// <summary>Gets the kind of damage.</summary>
    public EditKind Kind { get; }

    /// <summary>Gets the probability that the edit is right, from 0 to 1.</summary>
    public double Confidence { get; }

    /// <summary>Gets the rule behind the edit, such as <c>效劳→服务</c> or <c>page-mark</c>.</summary>
    public string Rule { get; }

    /// <summary>Gets what spoke for the edit in its context and its document, for people to read.</summary>
    public string Reason => _reason.ToString() ?? "";

    /// <inheritdoc/>
    public override string ToString() => $"{Start}: {Original} → {Replacement} ({Kind}, {Confidence:0.000})";

    internal TextEdit MovedTo(int start) =>
        start == Start ? this : new(start, Original, Replacement, Kind, Confidence, Rule, _reason);

    internal TextEdit Spanning(int start, string original, string replacement, double confidence) =>
        new(start, original, replacement, Kind, confidence, Rule, _reason);
}
