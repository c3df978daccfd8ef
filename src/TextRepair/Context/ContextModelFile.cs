using System.Buffers.Binary;
using System.Text;
using TextRepair.Models;

namespace TextRepair.Context;

/// <summary>The file of a <see cref="ContextModel"/>.</summary>
/// <remarks>
/// After the header of <see cref="EmbeddedTable"/>, little-endian: the number of experts; then for each expert its words,
/// parameters, bias, the number of cells of its table and the bias of its first look; then all tables, and that of the first looks.
/// </remarks>
internal static class ContextModelFile
{
    private const string Magic = "TRCM";
    private const int Version = 2;

    /// <summary>Opens the model that is part of this assembly.</summary>
    public static ContextModel OpenEmbedded() => Read(EmbeddedTable.OpenResource("context.bin", Magic, Version));

    /// <summary>Opens a model file.</summary>
    /// <exception cref="InvalidDataException">The file is not a model of this version, or is damaged.</exception>
    public static ContextModel Open(string path) =>
        Read(EmbeddedTable.FromBytes(File.ReadAllBytes(path), Path.GetFileName(path), Magic, Version));

    /// <summary>Opens a model that was just made.</summary>
    public static ContextModel Open(byte[] file) => Read(EmbeddedTable.FromBytes(file, "model in memory", Magic, Version));

    /// <summary>Writes a model.</summary>
    public static void Write(Stream output, IReadOnlyList<ExpertData> experts)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.Unicode);
        writer.Write(new byte[EmbeddedTable.HeaderLength]);
        writer.Write(experts.Count);
        foreach (ExpertData expert in experts) WriteHead(writer, expert);
        if (file.Position % 2 != 0) writer.Write((byte)0);
        foreach (ExpertData expert in experts) writer.Write(expert.Table);
        writer.Write(FirstLookTable.Make(experts));
        byte[] bytes = file.ToArray();
        EmbeddedTable.WriteHeader(bytes, Magic, Version);
        output.Write(bytes);
    }

    // The tables stay where they are; only the words and numbers of each expert are taken out.
    private static ContextModel Read(EmbeddedTable file)
    {
        ReadOnlySpan<byte> bytes = file.Body;
        int position = 0, count = ReadInt32(bytes, ref position);
        var heads = new (string Damaged, string Original, ExpertParameters Parameters, int Bias, int Cells, int FirstBias)[count];
        for (int i = 0; i < count; i++)
        {
            string damaged = ReadWord(bytes, ref position), original = ReadWord(bytes, ref position);
            var parameters = new ExpertParameters(ReadSingle(bytes, ref position), ReadSingle(bytes, ref position), ReadSingle(bytes, ref position), ReadSingle(bytes, ref position));
            heads[i] = (damaged, original, parameters, ReadInt32(bytes, ref position), ReadInt32(bytes, ref position), ReadInt32(bytes, ref position));
        }
        position += position & 1;
        var experts = new Dictionary<(string, string), Expert>(count);
        var firstLook = new FirstLook(file, position + (3 * heads.Sum(head => head.Cells)));
        foreach ((string damaged, string original, ExpertParameters parameters, int bias, int cells, int firstBias) in heads)
        {
            experts.Add((damaged, original), new Expert(file, position, cells, bias, parameters, firstLook, experts.Count, firstBias));
            position += 3 * cells;
        }
        return new ContextModel(experts);
    }

    private static void WriteHead(BinaryWriter writer, ExpertData expert)
    {
        WriteWord(writer, expert.Damaged);
        WriteWord(writer, expert.Original);
        writer.Write(expert.Parameters.Slope);
        writer.Write(expert.Parameters.Offset);
        writer.Write(expert.Parameters.PriorLogOdds);
        writer.Write(expert.Parameters.EvidenceCap);
        writer.Write(expert.Bias);
        writer.Write(expert.Table.Length / 3);
        writer.Write(expert.FirstBias);
    }

    private static string ReadWord(ReadOnlySpan<byte> bytes, ref int position)
    {
        int length = bytes[position++];
        string word = Encoding.Unicode.GetString(bytes.Slice(position, 2 * length));
        position += 2 * length;
        return word;
    }

    private static void WriteWord(BinaryWriter writer, string word)
    {
        writer.Write((byte)word.Length);
        writer.Write(Encoding.Unicode.GetBytes(word));
    }

    private static float ReadSingle(ReadOnlySpan<byte> bytes, ref int position)
    {
        position += 4;
        return BinaryPrimitives.ReadSingleLittleEndian(bytes[(position - 4)..]);
    }

    private static int ReadInt32(ReadOnlySpan<byte> bytes, ref int position)
    {
        position += 4;
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[(position - 4)..]);
    }
}
