using System.Runtime.CompilerServices;

namespace TextRepair.Pairing;

/// <summary>How often what is inside an open quote stands elsewhere near it, by length: a name in quotes comes again, with other words after it.</summary>
internal struct QuoteRepetitions
{
    /// <summary>How many characters it takes to write them down.</summary>
    public const int WrittenLength = 2 * MostCounted / CountsOfCharacter;

    private const int Window = 2000, MostRepetitions = 16, MostCounted = 24;
    private const int MostOfCount = 3, CountBits = 2, CountsOfCharacter = 16 / CountBits;

    private Counts _all, _quoted;

    /// <summary>Looks for them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    public QuoteRepetitions(ReadOnlySpan<char> text, int open)
    {
        int limit = QuoteSpan.FindLimit(text, open);
        if (limit < open + 3) return;
        ReadOnlySpan<char> content = text[(open + 1)..limit];
        int start = Math.Max(0, open - Window), end = Math.Min(text.Length, limit + Window), met = 0;
        for (int i = start; i < end && met < MostRepetitions; i += 2)
        {
            int found = text[i..end].IndexOf(content[..2]);
            if (found < 0) break;
            i += found;
            if (i == open + 1) continue;
            Count(content.CommonPrefixLength(text[i..end]), i > 0 && Quotes.IsOpening(text[i - 1]));
            met++;
        }
    }

    /// <summary>Gets how often the first characters stand elsewhere; 3 for more, 0 for one character alone and for more than 23.</summary>
    public readonly uint Of(int length) => length is < 2 or >= MostCounted ? 0u : _all[length];

    /// <summary>Gets in how many of these places a quote is opened before them.</summary>
    public readonly uint QuotedOf(int length) => length is < 2 or >= MostCounted ? 0u : _quoted[length];

    /// <summary>Writes down what <see cref="Of"/> and <see cref="QuotedOf"/> say.</summary>
    /// <param name="written">Receives <see cref="WrittenLength"/> characters.</param>
    public readonly void Write(Span<char> written)
    {
        written[..WrittenLength].Clear();
        for (int k = 0; k < MostCounted; k++)
        {
            int counts = (_all[k] << CountBits) | _quoted[k];
            written[2 * k / CountsOfCharacter] |= (char)(counts << (2 * CountBits * (k % (CountsOfCharacter / 2))));
        }
    }

    private void Count(int common, bool isQuoted)
    {
        for (int k = 2; k <= Math.Min(common, MostCounted - 1); k++)
        {
            if (_all[k] < MostOfCount) _all[k]++;
            if (isQuoted && _quoted[k] < MostOfCount) _quoted[k]++;
        }
    }

    [InlineArray(MostCounted)]
    private struct Counts
    {
        private byte _first;
    }
}
