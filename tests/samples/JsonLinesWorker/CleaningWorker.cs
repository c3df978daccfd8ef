using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TextRepair.DependencyInjection;

namespace TextRepair.Samples.JsonLinesWorker;

/// <summary>Repairs the field "text" of every record.</summary>
public sealed partial class CleaningWorker(ITextRepairer repairer, IOptions<CleaningOptions> options, IHostApplicationLifetime lifetime, ILogger<CleaningWorker> logger) : BackgroundService
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Repairs one record.</summary>
    /// <param name="line">A JSON object.</param>
    /// <returns>The record with its text repaired; <paramref name="line"/> itself where nothing was changed.</returns>
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public string Clean(string line)
    {
        JsonNode? record = JsonNode.Parse(line);
        if (record is not JsonObject || record["text"] is not JsonValue value || !value.TryGetValue(out string? text)) return line;
        RepairResult result = repairer.Repair(text);
        if (result.Edits.Count == 0) return line;
        record["text"] = result.Text;
        return record.ToJsonString(Readable);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        (string input, string output) = (options.Value.Input, options.Value.Output);
        string unfinished = output + ".unfinished";
        int number = 0;
        try
        {
            await using (var writer = new StreamWriter(unfinished))
            {
                await foreach (string line in File.ReadLinesAsync(input, stoppingToken))
                {
                    number++;
                    await writer.WriteLineAsync(Clean(line));
                }
            }
            File.Move(unfinished, output, overwrite: true);
            Cleaned(number, output);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            Failed(number, input, e.Message);
            Environment.ExitCode = 2;
        }
        lifetime.StopApplication();
    }

    [LoggerMessage(LogLevel.Information, "Wrote {Count} records to {Output}.")]
    private partial void Cleaned(int count, string output);

    [LoggerMessage(LogLevel.Error, "Stopped at line {Line} of {Input}: {Problem}")]
    private partial void Failed(int line, string input, string problem);
}
