using TextRepair.Records;
using TextRepair.Streams;

namespace TextRepair.Cli;

/// <content>Long texts: repaired window by window, in bounded memory.</content>
internal sealed partial class RepairJob
{
    private void RunLong(InputFile input, EditsOutput? edits, Progress progress, CancellationToken cancellation)
    {
        using var text = LongText.Open(input, host, settings.Encoding);
        using OutputFile? file = PathFor(input) is not { } path ? null : new OutputFile(path, cancellation);
        var stitcher = new WindowStitcher();
        bool isSame = (OutputEncoding ?? text.Encoding) == text.Encoding;
        Ordered.Run(
            text.Windows(),
            window => (Window: window, Result: _repair(window.Text)),
            done =>
            {
                RepairedPart part = stitcher.Take(done.Window, done.Result);
                isSame &= part.Result.Edits.Count == 0;
                WritePart(input, part, text, file, edits);
                progress.Add(text.CountBytes(part.Result.Original));
            },
            settings.Threads,
            cancellation);
        if (!InPlace || !isSame) file?.Commit();
        edits?.End(input);
    }

    private void WritePart(InputFile input, RepairedPart part, LongText text, OutputFile? file, EditsOutput? edits)
    {
        byte[] bytes = TextDecoder.Encode(part.Result.Text, OutputEncoding ?? text.Encoding, text.HasByteOrderMark && part.Position == 0);
        if (file is not null) file.Write(bytes);
        else host.Output.Write(bytes);
        edits?.Write(input, output => ResultJson.WriteLines(part, new RecordPlace(0, default, NameInEdits(input)), output));
    }
}
