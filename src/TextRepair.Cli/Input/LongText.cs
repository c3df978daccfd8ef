using System.Text;
using TextRepair.Streams;

namespace TextRepair.Cli;

/// <summary>A text file that is too long to be read at once: its windows, one after the other.</summary>
internal sealed class LongText : IDisposable
{
    // What the encoding is found by.
    private const int Sample = 1 << 22;

    private readonly string _name;
    private readonly Stream _stream;
    private readonly StreamReader _reader;

    private LongText(string name, Stream stream, TextEncoding encoding, bool hasByteOrderMark)
    {
        (_name, _stream, Encoding, HasByteOrderMark) = (name, stream, encoding, hasByteOrderMark);
        _reader = new StreamReader(stream, TextDecoder.EncodingOf(encoding), detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    public TextEncoding Encoding { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="host">Where standard input is.</param>
    /// <param name="encoding">Its encoding; <see langword="null"/> to find out by its first megabytes.</param>
    /// <exception cref="CliException">The file cannot be read, or begins like no text.</exception>
    public static LongText Open(InputFile input, Host host, TextEncoding? encoding)
    {
        Stream stream = input.Open(host);
        byte[] sample = new byte[Sample];
        int length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        (TextEncoding found, int mark) = TextDecoder.Recognize(Whole(sample.AsSpan(0, length)), input.Name, encoding);
        stream.Position = mark;
        return new LongText(input.Name, stream, found, mark > 0);
    }

    /// <summary>Cuts the text into windows.</summary>
    /// <exception cref="CliException">Some of it is no text in its encoding.</exception>
    public IEnumerable<TextWindow> Windows()
    {
        var cutter = new WindowCutter();
        for (int count = 1; count > 0;)
        {
            cutter.Add(count = Read(cutter.Room().Span));
            while (cutter.TryCut() is { } window) yield return window;
        }
    }

    /// <summary>Tells how many bytes of the file a text was.</summary>
    public long CountBytes(string text) => TextDecoder.EncodingOf(Encoding).GetByteCount(text);

    public void Dispose() => _reader.Dispose();

    // Without the character that may have been cut in two at the end: up to the last line end, or before the last lead byte.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> sample)
    {
        int end = sample.LastIndexOf((byte)'\n') + 1;
        if (end > 0) return sample[..end];
        end = sample.Length - 1;
        while (end > 0 && (sample[end] & 0xC0) == 0x80) end--;
        return sample[..Math.Max(0, end)];
    }

    private int Read(Span<char> room)
    {
        try
        {
            return _reader.Read(room);
        }
        catch (DecoderFallbackException e)
        {
            throw new CliException($"{_name}: a byte before offset {_stream.Position} is not {TextDecoder.NameOf(Encoding)}. Mend the file, or name its encoding by --encoding.", e);
        }
        catch (IOException e)
        {
            throw new CliException($"{_name}: {Problem.Describe(e)}", e);
        }
    }
}
