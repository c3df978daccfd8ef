using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using SkiaSharp;
using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

/// <summary>Prints a page, damages it, has tesseract read it, and corrects what it read.</summary>
public sealed class TesseractTests
{
    private const int Size = 26;

    // Written for this test, in the manner of a report, a law and a handbook.
    private static readonly string[] Pages =
    [
        "过去一年，面对复杂严峻的国内外形势，全县上下坚持稳中求进工作总基调，统筹推进经济发展和社会稳定各项工作，地区生产总值保持平稳增长，城乡居民收入稳步提高，重点项目建设取得积极进展，生态环境质量持续改善。",
        "任何单位和个人不得侵占、损毁、擅自拆除或者移动地质灾害监测设施和治理工程设施。违反本条规定的，由县级以上人民政府自然资源主管部门责令停止违法行为，限期恢复原状或者采取补救措施。",
        "混凝土浇筑前应当检查模板、支架、钢筋和预埋件的位置，并清除模板内的杂物和积水。浇筑过程中应当分层振捣密实，避免漏振和过振；浇筑完成后应当及时覆盖洒水养护，养护时间不少于七天。",
    ];

    private static readonly string[] Fonts =
    [
        "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/arphic/uming.ttc",
    ];

    [Fact]
    public void Correcting_what_tesseract_read_never_adds_errors()
    {
        string font = Fonts.FirstOrDefault(File.Exists) ?? "";
        Assert.SkipWhen(font.Length == 0, "No Chinese font is installed; on Debian: apt-get install fonts-noto-cjk.");
        Assert.SkipUnless(ReadsChinese(), "tesseract with chi_sim is not installed; on Debian: apt-get install tesseract-ocr-chi-sim.");
        var repairer = new TextRepairer(new TextRepairOptions().UseOcr(OcrMode.On));
        int before = 0, after = 0;
        foreach (string page in Pages)
        {
            string read = string.Concat(Read(Print(page, font)).Where(c => !char.IsWhiteSpace(c)));
            before += CharacterAlignment.Distance(page, read);
            after += CharacterAlignment.Distance(page, repairer.Repair(read).Text);
        }
        Assert.InRange(before, 1, Pages.Sum(page => page.Length) / 3);
        Assert.InRange(after, 0, before);
    }

    private static byte[] Print(string text, string font)
    {
        const int columns = 30;
        string[] lines = [.. text.Chunk(columns).Select(line => new string(line))];
        using var bitmap = new SKBitmap((columns + 4) * Size, (int)((lines.Length + 3) * Size * 1.6), SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var typeface = SKTypeface.FromFile(font, 2) ?? SKTypeface.FromFile(font);
        using var face = new SKFont(typeface, Size);
        using var ink = new SKPaint { Color = new SKColor(40, 40, 40), IsAntialias = true };
        canvas.Clear(SKColors.White);
        for (int i = 0; i < lines.Length; i++) canvas.DrawText(lines[i], 2 * Size, (i + 2) * Size * 1.6f, face, ink);
        canvas.Flush();
        using SKBitmap damaged = Damage(bitmap);
        using SKData data = damaged.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // Half the resolution and a fixed grain: what a careless scan does.
    private static SKBitmap Damage(SKBitmap page)
    {
        var sampling = new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.None);
        using SKBitmap small = page.Resize(new SKSizeI(page.Width * 48 / 100, page.Height * 48 / 100), sampling);
        SKBitmap damaged = small.Resize(new SKSizeI(page.Width, page.Height), sampling);
        uint state = 1;
        Span<byte> pixels = damaged.GetPixelSpan();
        for (int i = 0; i < pixels.Length; i++)
        {
            state = state * 1664525 + 1013904223;
            pixels[i] = (byte)Math.Clamp(pixels[i] + (int)(state >> 26) - 32, 0, 255);
        }
        return damaged;
    }

    private static string Read(byte[] image)
    {
        string path = Path.Combine(Path.GetTempPath(), $"textrepair-{Environment.ProcessId}.png");
        File.WriteAllBytes(path, image);
        try
        {
            return Run(path, "-", "-l", "chi_sim", "--psm", "6", "--dpi", "200");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool ReadsChinese()
    {
        try
        {
            return Run("--list-langs").Contains("chi_sim", StringComparison.Ordinal);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("tesseract", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // Older versions list the languages on the error stream.
        return arguments[0] == "--list-langs" ? output + errors.Result : output;
    }
}
