using TextRepair.Context;

namespace TextRepair.Training;

/// <summary>Counts the character pairs of clean text for <see cref="Familiarity"/>.</summary>
internal sealed class FamiliarityTrainer
{
    // A pair seen less often may be a misprint or a name.
    private const int LeastCount = 6;

    private readonly Dictionary<uint, int> _counts = [];

    public void Add(ReadOnlySpan<char> text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            char first = CharacterClasses.Fold(text[i - 1]), second = CharacterClasses.Fold(text[i]);
            if (!Familiarity.Counts(first, second)) continue;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, ((uint)first << 16) | second, out _)++;
        }
    }

    public byte[] MakeFile()
    {
        byte[] bitmap = new byte[1 << (Familiarity.Bits - 3)];
        foreach ((uint pair, int count) in _counts)
        {
            if (count < LeastCount) continue;
            int hash = Familiarity.HashOf((char)(pair >> 16), (char)pair);
            bitmap[hash >> 3] |= (byte)(1 << (hash & 7));
        }
        return Familiarity.MakeFile(bitmap);
    }
}
