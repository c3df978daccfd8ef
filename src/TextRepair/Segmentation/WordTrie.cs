namespace TextRepair.Segmentation;

/// <summary>One slot of the double array: where its children are, the character it was reached by, and the price of the word it ends.</summary>
/// <remarks>
/// A node with base b keeps its child for character code c in slot b + c, and no two nodes share a base, so it is enough
/// that the slot remembers c. One slot is one 64-bit number: one memory access a step.
/// </remarks>
internal static class WordTrie
{
    /// <summary>What an empty slot remembers; no character has this code.</summary>
    public const ushort NoCode = ushort.MaxValue;

    /// <summary>An empty slot.</summary>
    public const ulong Empty = (ulong)NoCode << 16;

    /// <summary>Puts a slot together.</summary>
    public static ulong Pack(int childBase, ushort code, ushort cost) => ((ulong)(uint)childBase << 32) | ((ulong)code << 16) | cost;

    /// <summary>The price of the word that ends here; 0 when none does.</summary>
    public static int Cost(ulong slot) => (int)(slot & 0xFFFF);

    /// <summary>The code of the character that leads here.</summary>
    public static int Code(ulong slot) => (int)((slot >> 16) & 0xFFFF);

    /// <summary>The base of the children; 0 when there are none.</summary>
    public static int Base(ulong slot) => (int)(slot >> 32);
}
