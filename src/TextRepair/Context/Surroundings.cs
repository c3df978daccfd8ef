using System.Numerics;
using System.Runtime.InteropServices;

namespace TextRepair.Context;

/// <summary>The folded characters on both sides of a place, as far as features reach. Used again and again; not thread-safe.</summary>
internal sealed class Surroundings
{
    /// <summary>How many characters the window has: none in its first place, those before the word up to the middle, those behind it from there on.</summary>
    public const int Length = 64;

    /// <summary>Where the characters behind the word begin.</summary>
    public const int Middle = Length / 2;

    private const ulong Mix = 0x9E3779B97F4A7C15;

    private readonly char[] _window = new char[Length];
    private int _before, _behind;

    /// <summary>Gets all characters; spaces stand where the text has ended.</summary>
    public ReadOnlySpan<char> Window => _window;

    /// <summary>Gets the characters of the text before the word.</summary>
    public ReadOnlySpan<char> Before => _window.AsSpan(Middle - _before, _before);

    /// <summary>Gets the characters of the text behind the word.</summary>
    public ReadOnlySpan<char> Behind => _window.AsSpan(Middle, _behind);

    /// <summary>Reads what stands around a word.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the word starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public void Read(ReadOnlySpan<char> text, int start, int end)
    {
        Span<char> window = _window;
        window[1..].Fill(CharacterClasses.Space);
        _before = Math.Min(FeatureExtractor.Far, start);
        _behind = Math.Min(FeatureExtractor.Far, text.Length - end);
        text.Slice(start - _before, _before).CopyTo(window[(Middle - _before)..]);
        text.Slice(end, _behind).CopyTo(window[Middle..]);
    }

    /// <summary>Gets a number that tells what stands around places apart: sixty-four well mixed bits.</summary>
    /// <param name="seed">What else is told apart.</param>
    public ulong Hash(int seed)
    {
        ReadOnlySpan<ulong> fours = MemoryMarshal.Cast<char, ulong>(_window);
        ulong a = ((ulong)(uint)seed << 32) | ((uint)_before << 16) | (uint)_behind, b = 1, c = 2, d = 3;
        for (int i = 0; i < fours.Length; i += 4)
        {
            a = Mixed(a ^ fours[i]);
            b = Mixed(b ^ fours[i + 1]);
            c = Mixed(c ^ fours[i + 2]);
            d = Mixed(d ^ fours[i + 3]);
        }
        return Mixed(Mixed(Mixed(a) ^ b) ^ Mixed(Mixed(c) ^ d));
    }

    private static ulong Mixed(ulong hash) => BitOperations.RotateLeft(hash * Mix, 29);
}
