namespace TextRepair.Corpus;

/// <summary>One input file: the unit that is done or not done.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Name">Its path below the input folder, with <c>/</c> between folders; its output has the same.</param>
/// <param name="Path">Where it is read from.</param>
/// <param name="Bytes">Its size on disk, in bytes.</param>
/// <param name="Written">When it was last written, in ticks of UTC: with the size it tells whether finished work still holds.</param>
public sealed record CorpusShard(int Index, string Name, string Path, long Bytes, long Written);
