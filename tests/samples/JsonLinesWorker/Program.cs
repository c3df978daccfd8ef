// A worker that cleans JSON lines and ends:
//   dotnet run --project tests/samples/JsonLinesWorker -- --Input raw.jsonl --Output clean.jsonl --TextRepair:Source Suspected
using TextRepair.Samples.JsonLinesWorker;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddTextRepair(builder.Configuration.GetSection("TextRepair"));
builder.Services.AddOptions<CleaningOptions>().Configure<IConfiguration>((options, configuration) =>
{
    options.Input = configuration["Input"] ?? "";
    options.Output = configuration["Output"] ?? "";
}).Validate(options => options.Input.Length > 0 && options.Output.Length > 0, "Name the files: --Input raw.jsonl --Output clean.jsonl").ValidateOnStart();
builder.Services.AddHostedService<CleaningWorker>();
await builder.Build().RunAsync();
return Environment.ExitCode;
