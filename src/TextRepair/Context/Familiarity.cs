using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TextRepair.Models;

namespace TextRepair.Context;

/// <summary>Knows the character pairs of modern Simplified Chinese, and so tells text that the experts were not trained for.</summary>
/// <remarks>
/// In classical Chinese, Japanese or Traditional Chinese, originals such as 基础 or 发展 are absent as they are in damaged
/// text, and experts have nothing to go by. There most pairs are strange. A bitmap of hashed pairs, read in place.
/// </remarks>
internal sealed class Familiarity
{
    /// <summary>The width of a pair's hash: the bitmap has 2^22 bits.</summary>
    public const int Bits = 22;

    private const string Magic = "TRFB";
    private const int Version = 1;
    private const int Reach = 8;

    private readonly EmbeddedTable _bitmap;

    private Familiarity(EmbeddedTable bitmap) => _bitmap = bitmap;

    /// <summary>Opens the bitmap that is part of this assembly.</summary>
    public static Familiarity OpenEmbedded() => new(EmbeddedTable.OpenResource("familiar.bin", Magic, Version));

    /// <summary>Makes the file of a bitmap.</summary>
    public static byte[] MakeFile(ReadOnlySpan<byte> bitmap)
    {
        byte[] file = new byte[EmbeddedTable.HeaderLength + bitmap.Length];
        bitmap.CopyTo(file.AsSpan(EmbeddedTable.HeaderLength));
        EmbeddedTable.WriteHeader(file, Magic, Version);
        return file;
    }

    /// <summary>Hashes a pair of folded characters.</summary>
    public static int HashOf(char first, char second) => (int)((((uint)first << 16) | second) * 0x9E3779B1u >> (32 - Bits));

    /// <summary>Tells whether a pair says anything: two letters of a script, no punctuation, digits or Latin.</summary>
    public static bool Counts(char first, char second) => first >= '\u3040' && second >= '\u3040';

    /// <summary>Counts the pairs on both sides of a place.</summary>
    /// <returns>How many pairs are familiar, and how many there are.</returns>
    public (int Familiar, int All) Count(Surroundings around) => Count(Left(around), Right(around));

    /// <summary>Counts the pairs of what stands before a place and of what stands behind it.</summary>
    /// <returns>How many pairs are familiar, and how many there are.</returns>
    public (int Familiar, int All) Count(ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        (int familiar, int all) = Count(before);
        (int familiarBehind, int allBehind) = Count(behind);
        return (familiar + familiarBehind, all + allBehind);
    }

    /// <summary>Asks for what <see cref="Count(Surroundings)"/> looks up to be brought near.</summary>
    public void Prefetch(Surroundings around)
    {
        if (!Sse.IsSupported) return;
        Prefetch(Left(around));
        Prefetch(Right(around));
    }

    private static ReadOnlySpan<char> Left(Surroundings around) => around.Before[Math.Max(0, around.Before.Length - Reach)..];

    private static ReadOnlySpan<char> Right(Surroundings around) => around.Behind[..Math.Min(Reach, around.Behind.Length)];

    private unsafe void Prefetch(ReadOnlySpan<char> window)
    {
        // The table does not move: it is part of the mapped assembly, or of an array that is pinned.
        var bitmap = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(_bitmap.Body));
        for (int i = 1; i < window.Length; i++) Sse.Prefetch0(bitmap + (HashOf(window[i - 1], window[i]) >> 3));
    }

    /// <summary>Tells whether a word holds a pair that modern Simplified Chinese all but never has, as 云计箅 does.</summary>
    public bool IsStrange(string word) => ShareOf(word) < 1;

    /// <summary>Gets which share of the pairs of a text is familiar; 1 where it has none.</summary>
    public double ShareOf(string text)
    {
        (int familiar, int all) = Count(string.Concat(text.Select(CharacterClasses.Fold)));
        return all == 0 ? 1 : (double)familiar / all;
    }

    private (int Familiar, int All) Count(ReadOnlySpan<char> window)
    {
        ReadOnlySpan<byte> bitmap = _bitmap.Body;
        int familiar = 0, all = 0;
        for (int i = 1; i < window.Length; i++)
        {
            if (!Counts(window[i - 1], window[i])) continue;
            int hash = HashOf(window[i - 1], window[i]);
            all++;
            familiar += (bitmap[hash >> 3] >> (hash & 7)) & 1;
        }
        return (familiar, all);
    }
}
