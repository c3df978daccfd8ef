using System.Buffers.Binary;
using System.Text;
using TextRepair.Models;

namespace TextRepair.Tests.Models;

public sealed class EmbeddedTableTests
{
    public static TheoryData<string> Resources =>
        [.. typeof(TextRepairer).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".bin", StringComparison.Ordinal))];

    // Nobody adds them up when a program starts.
    [Theory, MemberData(nameof(Resources))]
    public void The_checksum_of_an_embedded_table_fits(string resource)
    {
        byte[] file = EmbeddedTable.OpenUnchecked(resource).Bytes.ToArray();
        string magic = Encoding.ASCII.GetString(file, 0, 4);
        if (magic == "TRHW") HashedWeights.Parse(file, resource, (ModelKind)BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)));
        else EmbeddedTable.FromBytes(file, resource, magic, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
    }
}
