using Microsoft.Extensions.Options;
using TextRepair.Corpus;

namespace TextRepair.Orleans.Tests;

public sealed class CorpusEnginesTests : IDisposable
{
    private readonly CorpusEngines _engines = new(Options.Create(new TextRepairSiloOptions()));
    private readonly string _dictionary = Path.GetTempFileName();

    public CorpusEnginesTests() => File.WriteAllText(_dictionary, "云计箅\t云计算\n");

    public void Dispose() => File.Delete(_dictionary);

    [Fact]
    public void A_job_keeps_its_repairer() => Assert.Same(For("june"), For("june"));

    [Fact]
    public void A_mended_dictionary_is_read_again()
    {
        CorpusEngine before = For("june");
        File.WriteAllText(_dictionary, "云计箅\t云计算\n大数剧\t大数据\n");
        File.SetLastWriteTimeUtc(_dictionary, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.NotEqual(before.Fingerprint, For("june").Fingerprint);
    }

    [Fact]
    public void Jobs_long_gone_are_forgotten_and_those_at_work_are_not()
    {
        (CorpusEngine gone, CorpusEngine atWork) = (For("gone"), For("at work"));
        for (int i = 0; i < CorpusEngines.Kept; i++)
        {
            For($"other {i}");
            Assert.Same(atWork, For("at work"));
        }
        Assert.NotSame(gone, For("gone"));
    }

    private CorpusEngine For(string name) => _engines.For(name, new() { Input = "raw", Output = "clean", Dictionaries = [_dictionary], Ocr = Ocr.OcrMode.Off });
}
