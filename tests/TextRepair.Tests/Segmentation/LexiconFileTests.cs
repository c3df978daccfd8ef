using TextRepair.Models;
using TextRepair.Segmentation;
using TextRepair.Training;

namespace TextRepair.Tests.Segmentation;

public sealed class LexiconFileTests
{
    private static readonly Dictionary<string, long> Words = new() { ["基础"] = 9, ["设施"] = 5, ["基础设施"] = 3, ["我"] = 7 };

    [Fact]
    public void The_same_list_and_texts_give_the_same_bytes() => Assert.Equal(Build(), Build());

    [Fact]
    public void Another_kind_of_file_is_refused()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Lexicon.FromBytes("PK zip, and some more bytes"u8));
        Assert.Contains("\"TRLX\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_is_refused()
    {
        byte[] file = Build();
        EmbeddedTable.WriteHeader(file, Lexicon.Magic, Lexicon.Version + 1);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Lexicon.FromBytes(file));
        Assert.Contains("version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_bit_is_noticed()
    {
        byte[] file = Build();
        file[file.Length / 2] ^= 1;
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Lexicon.FromBytes(file));
        Assert.Contains("checksum", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        byte[] file = Build()[..^8];
        EmbeddedTable.WriteHeader(file, Lexicon.Magic, Lexicon.Version);
        Assert.Throws<InvalidDataException>(() => Lexicon.FromBytes(file));
    }

    private static byte[] Build() => LexiconBuilder.Build(Words, ["我们的基础设施", "基础和设施。"], minimumCount: 4);
}
