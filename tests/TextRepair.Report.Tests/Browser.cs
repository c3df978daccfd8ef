using Microsoft.Playwright;

namespace TextRepair.Report.Tests;

/// <summary>Debian's Chromium, where it is installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path)) return;
        _playwright = await Playwright.CreateAsync();
        // Without the sandbox, which needs rights that containers rarely have; the pages are our own.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }

    /// <summary>Opens a report from a file, as a reader would, and fails if it says anything on the console or asks for a network.</summary>
    internal async Task<IPage> Open(string html, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"needs {Path} (Debian: apt-get install chromium)");
        string file = System.IO.Path.Combine(Directory.CreateTempSubdirectory("textrepair-").FullName, "report.html");
        await File.WriteAllTextAsync(file, html);
        options ??= new();
        options.Locale = "en-US";
        IBrowserContext context = await _browser!.NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => Said.Add(message.Text);
        page.PageError += (_, error) => Said.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) Said.Add(request.Url);
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>Gets what pages said on the console, and what they asked the network for.</summary>
    internal System.Collections.Concurrent.ConcurrentBag<string> Said { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
