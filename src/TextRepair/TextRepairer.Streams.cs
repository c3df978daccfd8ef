using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using TextRepair.Streams;

namespace TextRepair;

public sealed partial class TextRepairer
{
    private const int PipeBuffer = 1 << 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Gets the length of the longest text that is judged whole, in UTF-16 code units: 1,048,576.</summary>
    /// <remarks>
    /// A longer one is judged in windows of about that length, which overlap by 32,768 code units and are cut at line ends; it is
    /// all the same whether it comes as a string, from a reader or through a pipe.
    /// </remarks>
    public static int LongestWhole => WindowCutter.LongestWhole;

    /// <summary>Repairs documents as they come, several at once, and keeps their order.</summary>
    /// <param name="documents">The documents. They are read as results are asked for: at most twice <paramref name="parallelism"/> are held.</param>
    /// <param name="parallelism">How many documents are repaired at once; the default is 1.</param>
    /// <param name="cancellation">Stops reading and repairing; a repair that has begun is finished first.</param>
    /// <returns>A result for each document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="documents"/> is <see langword="null"/>, or one of them is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is less than 1.</exception>
    public IAsyncEnumerable<RepairResult> RepairAsync(IAsyncEnumerable<string> documents, int parallelism = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        return OrderedWork.Select(documents, Repair, parallelism, cancellation);
    }

    /// <summary>Repairs a text of any length part by part, in bounded memory.</summary>
    /// <param name="input">The text; stays open.</param>
    /// <param name="parallelism">How many parts are repaired at once; the default is 1. Each takes about 10 MB.</param>
    /// <param name="cancellation">Stops reading and repairing.</param>
    /// <returns>The parts, in order. A text of up to <see cref="LongestWhole"/> is one part, an empty one none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parallelism"/> is less than 1.</exception>
    public IAsyncEnumerable<RepairedPart> RepairPartsAsync(TextReader input, int parallelism = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        return Stitched(input, parallelism, cancellation);
    }

    /// <summary>Repairs a text of any length, in bounded memory.</summary>
    /// <param name="input">The text; stays open.</param>
    /// <param name="output">Receives the repaired text, as fast as it takes it; flushed at the end, and stays open.</param>
    /// <param name="cancellation">Stops the run; what was written by then stays written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="output"/> is <see langword="null"/>.</exception>
    public async Task RepairAsync(TextReader input, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        await foreach (RepairedPart part in RepairPartsAsync(input, 1, cancellation).ConfigureAwait(false))
            await output.WriteAsync(part.Result.Text.AsMemory(), cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Repairs a text of any length in UTF-8, in bounded memory.</summary>
    /// <param name="input">The text. A byte-order mark is kept; bytes that are not UTF-8 become U+FFFD. Not completed.</param>
    /// <param name="output">Receives the repaired text; its back-pressure holds the reading back, and where its reader is gone the run ends. Not completed.</param>
    /// <param name="cancellation">Stops the run; what was written by then stays written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> or <paramref name="output"/> is <see langword="null"/>.</exception>
    public async Task RepairAsync(PipeReader input, PipeWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var reader = new StreamReader(input.AsStream(leaveOpen: true), Utf8, detectEncodingFromByteOrderMarks: false, PipeBuffer);
        await foreach (RepairedPart part in RepairPartsAsync(reader, 1, cancellation).ConfigureAwait(false))
        {
            Utf8.GetBytes(part.Result.Text, output);
            // Nobody reads on: the rest need not be repaired.
            if ((await output.FlushAsync(cancellation).ConfigureAwait(false)).IsCompleted) return;
        }
    }

    private async IAsyncEnumerable<RepairedPart> Stitched(TextReader input, int parallelism, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stitcher = new WindowStitcher();
        IAsyncEnumerable<(TextWindow, RepairResult)> repaired = OrderedWork.Select(Windows(input, cancellation), window => (window, RepairWhole(window.Text)), parallelism, cancellation);
        await foreach ((TextWindow window, RepairResult result) in repaired.ConfigureAwait(false)) yield return stitcher.Take(window, result);
    }

    private static async IAsyncEnumerable<TextWindow> Windows(TextReader input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var cutter = new WindowCutter();
        for (int count = 1; count > 0;)
        {
            count = await input.ReadAsync(cutter.Room(), cancellation).ConfigureAwait(false);
            cutter.Add(count);
            while (cutter.TryCut() is { } window) yield return window;
        }
    }

    private RepairResult RepairLong(string text)
    {
        var edits = new List<TextEdit>();
        var findings = new List<Finding>();
        Diagnosis surest = Diagnosis.Clean;
        var stitcher = new WindowStitcher();
        foreach (TextWindow window in Windows(text))
        {
            (long position, RepairResult result) = stitcher.Take(window, RepairWhole(window.Text));
            edits.AddRange(result.Edits.Select(edit => edit.MovedTo((int)position + edit.Start)));
            findings.AddRange(result.Findings.Select(finding => finding with { Start = (int)position + finding.Start }));
            if (result.Diagnosis.DamageProbability > surest.DamageProbability) surest = result.Diagnosis;
        }
        EditList all = EditList.Create(edits);
        return new RepairResult(text, all.ApplyTo(text), all, findings, surest);
    }

    private static IEnumerable<TextWindow> Windows(string text)
    {
        var cutter = new WindowCutter();
        for (int start = 0, count = 1; count > 0; start += count)
        {
            Span<char> room = cutter.Room().Span;
            count = Math.Min(room.Length, text.Length - start);
            text.AsSpan(start, count).CopyTo(room);
            cutter.Add(count);
            while (cutter.TryCut() is { } window) yield return window;
        }
    }
}
