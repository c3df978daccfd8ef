using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TextRepair.DependencyInjection.Tests;

public class RegistrationTests
{
    [Fact]
    public void The_repairer_without_a_name_is_injected_both_ways()
    {
        using ServiceProvider services = Build(services => services.AddTextRepair(options => options.MinimumConfidence = 0.95));
        var repairer = services.GetRequiredService<ITextRepairer>();
        Assert.Same(repairer.Current, services.GetRequiredService<TextRepairer>());
        Assert.Same(repairer, services.GetRequiredService<ITextRepairerFactory>().GetRepairer(""));
        Assert.Equal(0.95, Options(services, "").MinimumConfidence);
    }

    [Fact]
    public void Named_repairers_have_options_and_dictionaries_of_their_own()
    {
        using var folder = new Folder();
        string path = folder.Write("own.tsv", "甲乙\t丙丁\n");
        using ServiceProvider services = Build(services =>
        {
            services.AddTextRepair();
            services.AddTextRepair("laws", options => options.ProtectedWords.Add("工程")).AddDictionaryFile(path);
        });
        Assert.Empty(Options(services, "").Dictionaries);
        Assert.Empty(Options(services, "").ProtectedWords);
        Assert.Equal("丙丁", Assert.Single(Options(services, "laws").Dictionaries).Substitutions[0].Original);
        Assert.Contains("工程", Options(services, "laws").ProtectedWords);
    }

    [Fact]
    public void A_keyed_repairer_is_the_one_of_its_name()
    {
        using ServiceProvider services = Build(services => { services.AddTextRepair("a"); services.AddTextRepair("b"); });
        var a = services.GetRequiredKeyedService<ITextRepairer>("a");
        Assert.Equal("a", a.Name);
        Assert.NotSame(a.Current, services.GetRequiredKeyedService<TextRepairer>("b"));
        Assert.Equal(["a", "b"], services.GetRequiredService<ITextRepairerFactory>().Names);
        Assert.Null(services.GetService<ITextRepairer>());
    }

    [Fact]
    public void A_name_that_was_not_registered_is_refused_with_the_names_there_are()
    {
        using ServiceProvider services = Build(services => services.AddTextRepair("laws"));
        var error = Assert.Throws<ArgumentException>(() => services.GetRequiredService<ITextRepairerFactory>().GetRepairer("novels"));
        Assert.Contains("\"novels\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"laws\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_name_again_goes_on_with_the_same_repairer()
    {
        using ServiceProvider services = Build(services =>
        {
            services.AddTextRepair(options => options.Source = TextSource.Suspected);
            services.AddTextRepair(options => options.Scope = RepairScope.Line);
        });
        Assert.Single(services.GetServices<ITextRepairer>());
        Assert.Equal((TextSource.Suspected, RepairScope.Line), (Options(services, "").Source, Options(services, "").Scope));
    }

    [Fact]
    public void Options_are_read_from_the_configuration()
    {
        using var folder = new Folder();
        string path = folder.Write("own.tsv", "甲乙\t丙丁\n");
        IConfiguration configuration = Configuration(
            ("TextRepair:MinimumConfidence", "0.97"), ("TextRepair:Source", "suspected"), ("TextRepair:Scope", "Line"),
            ("TextRepair:UseDefaultDictionary", "false"), ("TextRepair:ProtectedWords:0", "工程"), ("TextRepair:Kinds:0", "Substitution"),
            ("TextRepair:Kinds:1", "Quote"), ("TextRepair:DictionaryFiles:0", path));
        using ServiceProvider services = Build(services => services.AddTextRepair(configuration.GetSection("TextRepair")));
        TextRepairOptions options = Options(services, "");
        Assert.Equal(0.97, options.MinimumConfidence);
        Assert.Equal(TextSource.Suspected, options.Source);
        Assert.Equal(RepairScope.Line, options.Scope);
        Assert.False(options.UseDefaultDictionary);
        Assert.Equal(["工程"], options.ProtectedWords);
        Assert.Equal([EditKind.Substitution, EditKind.Quote], options.Kinds);
        Assert.Single(options.Dictionaries);
    }

    [Fact]
    public void Every_option_that_can_be_written_down_is_a_key()
    {
        IEnumerable<string> objects = [nameof(TextRepairOptions.Dictionaries), nameof(TextRepairOptions.CandidateSources), nameof(TextRepairOptions.MisreadingCounter), nameof(TextRepairOptions.WordJudge)];
        Assert.Equal(
            typeof(TextRepairOptions).GetProperties().Select(property => property.Name).Except(objects).Order(StringComparer.Ordinal),
            OptionsBinder.Keys.Except(["DictionaryFiles", "ReloadDictionaries"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_registered_later_wins()
    {
        IConfiguration configuration = Configuration(("TextRepair:MinimumConfidence", "0.97"));
        using ServiceProvider services = Build(services =>
        {
            services.AddTextRepair("a", configuration.GetSection("TextRepair")).Configure(options => options.MinimumConfidence = 0.6);
            services.AddTextRepair("b", options => options.MinimumConfidence = 0.6).Bind(configuration.GetSection("TextRepair"));
        });
        Assert.Equal(0.6, Options(services, "a").MinimumConfidence);
        Assert.Equal(0.97, Options(services, "b").MinimumConfidence);
    }

    [Theory]
    [InlineData("MinimumConfidence", "2", "TextRepair:MinimumConfidence: expected a number from 0.5 to 1; found 2.")]
    [InlineData("MinimumConfidence", "high", "TextRepair:MinimumConfidence: expected a number such as 0.9; found \"high\".")]
    [InlineData("Source", "3", "TextRepair:Source: expected Unknown, Suspected; found \"3\".")]
    [InlineData("Kinds:0", "Spelling", "TextRepair:Kinds:0: expected Substitution, Ocr")]
    [InlineData("UseDefaultDictionary", "no", "TextRepair:UseDefaultDictionary: expected true or false; found \"no\".")]
    [InlineData("MinimalConfidence", "0.9", "TextRepair:MinimalConfidence: there is no such option.")]
    [InlineData("DictionaryFiles:0", "absent.tsv", "TextRepair:DictionaryFiles:0: ")]
    public async Task A_wrong_setting_stops_the_host_with_a_message_that_names_the_key(string key, string value, string expected)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("TextRepair:" + key, value)]);
        builder.Services.AddTextRepair(builder.Configuration.GetSection("TextRepair"));
        using IHost host = builder.Build();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_dictionary_stops_the_host_with_its_file_and_line()
    {
        using var folder = new Folder();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTextRepair("laws").AddDictionaryFile(folder.Write("own.tsv", "甲乙\t丙丁\n未来\n"));
        using IHost host = builder.Build();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("own.tsv, line 2: expected two columns", error.Message, StringComparison.Ordinal);
        Assert.Equal("laws", error.OptionsName);
    }

    [Fact]
    public void An_option_wrong_in_code_is_named_with_its_repairer()
    {
        using ServiceProvider services = Build(services => services.AddTextRepair("laws", options => options.MinimumConfidence = double.NaN));
        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredKeyedService<ITextRepairer>("laws"));
        Assert.StartsWith("MinimumConfidence of the repairer \"laws\": expected a number from 0.5 to 1", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();

    private static TextRepairOptions Options(IServiceProvider services, string name) =>
        services.GetRequiredService<IOptionsFactory<TextRepairOptions>>().Create(name);
}
