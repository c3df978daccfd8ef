using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TextRepair.Samples.JsonLinesWorker;

namespace TextRepair.DependencyInjection.Tests;

/// <summary>The samples do what their first lines say.</summary>
public class SampleTests
{
    private const string Damaged = "我们要加强根底设施建设，开展效劳业，原那么上今年要到达预期目标。";
    private const string Repaired = "我们要加强基础设施建设，发展服务业，原则上今年要达到预期目标。";

    [Fact]
    public async Task The_web_service_answers_with_the_repaired_text_and_its_edits()
    {
        await using var service = new WebApplicationFactory<Program>();
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.PostAsync(new Uri("/repair", UriKind.Relative), new StringContent(Damaged), TestContext.Current.CancellationToken);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(Repaired, answer.GetProperty("text").GetString());
        Assert.Equal(5, answer.GetProperty("edits").GetArrayLength());

        using HttpResponseMessage missing = await client.PostAsync(new Uri("/repair/novels", UriKind.Relative), new StringContent(Damaged), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
        using HttpResponseMessage laws = await client.PostAsync(new Uri("/repair/laws", UriKind.Relative), new StringContent("今天天气很好。"), TestContext.Current.CancellationToken);
        Assert.True(laws.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_worker_cleans_a_file_of_json_lines()
    {
        using var folder = new Folder();
        string input = folder.Write("raw.jsonl", $"{{\"id\": 1, \"text\": \"{Damaged}\", \"n\": 1.50}}\n{{\"text\":\"今天天气很好。\",  \"id\":2}}\n{{\"id\":3}}\n");
        string output = folder.Write("clean.jsonl", "");
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTextRepair(options => options.Source = TextSource.Suspected);
        builder.Services.Configure<CleaningOptions>(options => (options.Input, options.Output) = (input, output));
        builder.Services.AddHostedService<CleaningWorker>();
        using IHost host = builder.Build();
        await host.RunAsync(TestContext.Current.CancellationToken);
        string[] lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal(Repaired, JsonDocument.Parse(lines[0]).RootElement.GetProperty("text").GetString());
        Assert.Equal(["{\"text\":\"今天天气很好。\",  \"id\":2}", "{\"id\":3}"], lines[1..]);
    }
}
