using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TextRepair.DependencyInjection.Tests;

public sealed class ReloadTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly LogCollector _log = new();

    [Fact]
    public async Task A_changed_dictionary_brings_a_new_repairer()
    {
        string path = _folder.Write("own.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services => services.AddTextRepair().AddDictionaryFile(path));
        var repairer = services.GetRequiredService<ITextRepairer>();
        TextRepairer before = repairer.Current;
        _folder.Replace("own.tsv", "甲乙\t丙丁\n戊己\t庚辛\n");
        // It serves before it is logged.
        await Until(() => _log.Entries.Any(entry => entry.Message.Contains("made anew with 1 dictionaries of its own, 2 entries", StringComparison.Ordinal)));
        Assert.NotSame(before, repairer.Current);
    }

    [Fact]
    public async Task Pairs_added_to_the_dictionary_are_repaired_from_then_on()
    {
        const string text = "我们要加强根底设施建设和效劳业。";
        string path = _folder.Write("own.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services => services.AddTextRepair(options =>
        {
            options.Source = TextSource.Suspected;
            options.UseDefaultDictionary = false;
        }).AddDictionaryFile(path));
        var repairer = services.GetRequiredService<ITextRepairer>();
        Assert.Same(text, repairer.Repair(text).Text);
        _folder.Replace("own.tsv", "根底\t基础\n效劳\t服务\n");
        await Until(() => repairer.Repair(text).Text == "我们要加强基础设施建设和服务业。");
    }

    [Fact]
    public async Task A_file_written_in_place_bit_by_bit_ends_as_its_last_state()
    {
        string path = _folder.Write("own.tsv", "");
        using ServiceProvider services = Build(services => services.AddTextRepair().AddDictionaryFile(path));
        _ = services.GetRequiredService<ITextRepairer>();
        for (int i = 0; i < 20; i++)
        {
            await File.AppendAllTextAsync(path, $"甲{(char)('一' + i)}\t", TestContext.Current.CancellationToken);
            await Task.Delay(30, TestContext.Current.CancellationToken);
            await File.AppendAllTextAsync(path, "丙丁\n", TestContext.Current.CancellationToken);
        }
        await Until(() => _log.Entries.Any(entry => entry.Message.Contains(" 20 entries", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_old_repairer_serves_on_while_the_dictionary_is_broken()
    {
        string path = _folder.Write("own.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services => services.AddTextRepair("laws").AddDictionaryFile(path));
        var repairer = services.GetRequiredKeyedService<ITextRepairer>("laws");
        TextRepairer before = repairer.Current;

        _folder.Replace("own.tsv", "甲乙\n");
        await Until(() => _log.Entries.Any(entry => entry.Level == LogLevel.Error));
        Assert.Same(before, repairer.Current);
        Assert.Contains(_log.Entries, entry => entry.Message.Contains("\"laws\"", StringComparison.Ordinal)
            && entry.Message.Contains("own.tsv, line 1", StringComparison.Ordinal));

        _folder.Replace("own.tsv", "甲乙\t丙丁\n");
        await Until(() => repairer.Current != before);
    }

    [Fact]
    public async Task A_deleted_dictionary_leaves_the_old_repairer_in_force()
    {
        string path = _folder.Write("own.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services => services.AddTextRepair().AddDictionaryFile(path));
        var repairer = services.GetRequiredService<ITextRepairer>();
        TextRepairer before = repairer.Current;
        File.Delete(path);
        await Until(() => _log.Entries.Any(entry => entry.Level == LogLevel.Error));
        Assert.Same(before, repairer.Current);
    }

    [Fact]
    public async Task A_changed_setting_brings_a_new_repairer_and_a_wrong_one_does_not()
    {
        string settings = _folder.Write("appsettings.json", """{ "TextRepair": { "MinimumConfidence": 0.9 } }""");
        IConfigurationRoot configuration = new ConfigurationBuilder().AddJsonFile(settings, optional: false).Build();
        using ServiceProvider services = Build(services => services.AddTextRepair(configuration.GetSection("TextRepair")));
        var repairer = services.GetRequiredService<ITextRepairer>();
        TextRepairer before = repairer.Current;

        _folder.Write("appsettings.json", """{ "TextRepair": { "MinimumConfidence": 9 } }""");
        configuration.Reload();
        await Until(() => _log.Entries.Any(entry => entry.Message.Contains("TextRepair:MinimumConfidence: expected", StringComparison.Ordinal)));
        Assert.Same(before, repairer.Current);

        _folder.Write("appsettings.json", """{ "TextRepair": { "MinimumConfidence": 0.95 } }""");
        configuration.Reload();
        await Until(() => repairer.Current != before);
    }

    [Fact]
    public async Task A_file_that_is_not_to_be_reloaded_is_left_alone()
    {
        string path = _folder.Write("own.tsv", "甲乙\t丙丁\n");
        string other = _folder.Write("other.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services =>
        {
            services.AddTextRepair("still").AddDictionaryFile(path, reloadOnChange: false);
            services.AddTextRepair("moving").AddDictionaryFile(other);
        });
        var still = services.GetRequiredKeyedService<ITextRepairer>("still");
        var moving = services.GetRequiredKeyedService<ITextRepairer>("moving");
        (TextRepairer stillBefore, TextRepairer movingBefore) = (still.Current, moving.Current);
        _folder.Replace("own.tsv", "");
        _folder.Replace("other.tsv", "");
        await Until(() => moving.Current != movingBefore);
        Assert.Same(stillBefore, still.Current);
    }

    [Fact]
    public async Task Repairs_go_on_while_dictionaries_are_read_again()
    {
        string path = _folder.Write("own.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services => services.AddTextRepair().AddDictionaryFile(path));
        var repairer = services.GetRequiredService<ITextRepairer>();
        TextRepairer before = repairer.Current;
        using var stop = new CancellationTokenSource();
        Task repairing = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested) Assert.Equal("今天天气很好。", repairer.Repair("今天天气很好。").Text);
            },
            TestContext.Current.CancellationToken);
        _folder.Replace("own.tsv", "甲乙\t丙丁\n戊己\t庚辛\n");
        await Until(() => repairer.Current != before);
        await stop.CancelAsync();
        await repairing;
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_log).AddFilter(level => level >= LogLevel.Information));
        register(services);
        return services.BuildServiceProvider();
    }

    // Long enough for a busy machine; a test that passes does not wait for it.
    private static async Task Until(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), "It did not happen within a minute.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
