using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace TextRepair.Benchmarks;

/// <summary>The texts that are measured on: made of sentences below, or of a folder of JSON lines (<c>*.jsonl</c>, <c>*.jsonl.gz</c>) that TEXTREPAIR_CORPUS names.</summary>
/// <remarks>Sentences that come again and again are learned by branch predictors and caches: figures from a corpus are the honest ones.</remarks>
internal static class Samples
{
    private const int DocumentLength = 4000;
    private const int CorpusBytes = 12_000_000;

    private static readonly string[] Sentences =
    [
        "会议要求，各部门要明确工作原则，加强基础设施建设，发展现代服务业，不断提高人民群众的生活水平。",
        "全县上半年完成固定资产投资12.6亿元，同比增长8.3%，十项重点项目进展顺利。",
        "由于前期缺乏统一规划，部分工程没有达到设计要求，存在的不足要在年底以前整改到位。",
        "市政府召开常务会议，研究讨论了全市土地利用总体规划的调整方案，听取了安全生产情况的汇报。",
        "学校组织开展了丰富多彩的文体活动，同学们在比赛中表现出色，受到老师和家长的一致好评。",
        "根据有关法律规定，当事人对判决不服的，可以在收到判决书之日起十五日内提起上诉。",
        "公司董事会认为，报告期内公司治理结构完善，内部控制制度健全，财务报告真实、准确、完整。",
        "昨天夜里下了一场大雪，清晨推开窗户，远处的山峦和近处的屋顶都是白茫茫的一片。",
        "本标准规定了混凝土结构施工质量验收的基本要求，适用于新建、扩建和改建的房屋建筑。",
        "专家建议，居民应当合理安排饮食，保证充足的睡眠，并且每周进行三次以上的体育锻炼。",
        "列车晚点了将近两个小时，旅客们却没有抱怨，因为大家都知道前方的线路正在抢修。",
        "理论必须同实践相结合，离开了实践的理论是空洞的理论，离开了理论的实践是盲目的实践。",
        "这种新材料的强度是普通钢材的五倍，重量却只有它的三分之一，可以广泛用于航空和汽车制造。",
        "双方在平等协商的基础上达成协议，承担各自的责任，任何一方不得擅自变更合同的主要内容。",
        "他把书放回书架，沉默了一会儿，才慢慢说起三十年前那个夏天发生的事情。",
        "各级党组织要充分发挥战斗堡垒作用，广大党员要起到先锋模范作用，为实现目标作出贡献。",
        "数据库在写入日志以后才会返回成功，因此即使机器断电，已经提交的事务也不会丢失。",
        "国务院有关部门按照职责分工，负责全国的环境保护监督管理工作，对违法行为依法处理。",
        "老人取得了孩子们的信任，他们常常围坐在树下，听他讲那些关于海和船的故事。",
        "调查显示，超过六成的受访者表示愿意购买国产品牌，价格和质量是他们最关心的问题。",
        "要建立健全长效机制，落实领导责任，把各项措施具体到岗位，确保政策落到实处。",
        "实验分为三组进行，每组重复五次，结果表明温度对反应速度的影响最为明显。",
    ];

    private static readonly Lazy<string[]> Clean = new(() => Corpus() is { Length: > 0 } corpus ? corpus : Written(300));
    private static readonly Lazy<string[]> DamagedDocuments = new(() => [.. CleanDocuments.Select(Simulator.Damage)]);

    /// <summary>Gets whether the texts come from a corpus.</summary>
    public static bool FromCorpus => Environment.GetEnvironmentVariable("TEXTREPAIR_CORPUS") is { Length: > 0 };

    /// <summary>Gets clean documents of up to 4,000 characters, which end with a sentence: about 12 KB.</summary>
    public static string[] CleanDocuments => Clean.Value;

    /// <summary>Gets the same documents with every word of the main family swapped.</summary>
    public static string[] Damaged => DamagedDocuments.Value;

    /// <summary>Gets the customer's document, damaged in earnest.</summary>
    public static string Seed { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "county-work-report.txt"));

    /// <summary>Makes one text of a length.</summary>
    /// <param name="length">The length, in UTF-16 code units.</param>
    public static string OfLength(int length)
    {
        var text = new StringBuilder(length + DocumentLength);
        for (int i = 0; text.Length < length; i++) text.Append(CleanDocuments[i % CleanDocuments.Length]).Append('\n');
        return text.ToString(0, length);
    }

    /// <summary>Gets single sentences.</summary>
    public static string[] ShortStrings { get; } = [.. Enumerable.Range(0, 10_000).Select(i => Sentences[i * 7 % Sentences.Length])];

    // A fixed sequence: the same documents on every machine.
    private static string[] Written(int count)
    {
        uint state = 1;
        string[] documents = new string[count];
        for (int i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            while (text.Length < DocumentLength)
            {
                state = (state * 1664525) + 1013904223;
                text.Append(Sentences[(state >> 16) % Sentences.Length]);
                if ((state & 0x7000) == 0) text.Append('\n');
            }
            documents[i] = text.ToString(0, DocumentLength);
        }
        return documents;
    }

    private static string[] Corpus()
    {
        if (!FromCorpus) return [];
        string folder = Environment.GetEnvironmentVariable("TEXTREPAIR_CORPUS")!;
        string[] files = [.. Directory.EnumerateFiles(folder, "*.jsonl*").Order(StringComparer.Ordinal)];
        var documents = new List<string>();
        // Some of each file, and of each only documents long enough to have a context.
        foreach (string file in files) documents.AddRange(Documents(file).TakeWhileBytes(CorpusBytes / files.Length));
        return [.. documents];
    }

    private static IEnumerable<string> TakeWhileBytes(this IEnumerable<string> documents, int bytes)
    {
        foreach (string document in documents)
        {
            yield return document;
            if ((bytes -= Encoding.UTF8.GetByteCount(document)) < 0) yield break;
        }
    }

    private static IEnumerable<string> Documents(string file)
    {
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument record = JsonDocument.Parse(line);
            string text = record.RootElement.GetProperty("text").GetString() ?? "";
            if (text.Length >= DocumentLength / 4) yield return Shorten(text);
        }
    }

    // Behind the end of a sentence: a text that stops in its midst and goes on with the next one's title looks as if a page had been turned.
    private static string Shorten(string text)
    {
        if (text.Length <= DocumentLength) return text;
        int end = text.AsSpan(0, DocumentLength).LastIndexOfAny("。！？；\n") + 1;
        return text[..(end > DocumentLength / 4 ? end : DocumentLength)];
    }
}
