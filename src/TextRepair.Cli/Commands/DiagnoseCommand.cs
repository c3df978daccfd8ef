using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary><c>textrepair diagnose</c>: which swaps are in force in a document.</summary>
internal static class DiagnoseCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("diagnose", "Say whether a document is damaged, by which swaps, and on what evidence.");
        var json = new Option<bool>("--json") { Description = "Print one JSON object a document and line." };
        command.Add(json);
        LookArguments.SetAction(command, host, (parsed, document) => parsed.GetValue(json) ? ToJson(document) : ToTable(document.Name, document.Result.Diagnosis));
        return command;
    }

    private static byte[] ToTable(string name, Diagnosis diagnosis)
    {
        var output = new StringBuilder();
        output.Append(CultureInfo.InvariantCulture, $"{name}: damaged with probability {diagnosis.DamageProbability:0.0000}\n");
        if (diagnosis.Swaps.Count > 0) output.Append("  in force  evidence  found  alive  replaced  family  swap\n");
        foreach (SwapDiagnosis swap in diagnosis.Swaps)
            output.Append(CultureInfo.InvariantCulture, $"  {swap.Probability,8:0.000}  {swap.Evidence,8:+0.0;-0.0;0.0}  {swap.DamagedCount,5}  {swap.OriginalCount,5}  {swap.Replaced,8}  {swap.Family,-6}  {swap.Damaged} → {swap.Original}\n");
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private static byte[] ToJson(CheckedDocument document)
    {
        Diagnosis diagnosis = document.Result.Diagnosis;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResultJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("file"u8, document.Input.Name);
            document.WritePlace(json);
            json.WriteNumber("damageProbability"u8, Math.Round(diagnosis.DamageProbability, 6));
            json.WriteStartArray("swaps"u8);
            foreach (SwapDiagnosis swap in diagnosis.Swaps) Write(json, swap);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SwapDiagnosis swap)
    {
        json.WriteStartObject();
        json.WriteString("damaged"u8, swap.Damaged);
        json.WriteString("original"u8, swap.Original);
        json.WriteString("family"u8, swap.Family);
        json.WriteNumber("probability"u8, Math.Round(swap.Probability, 6));
        json.WriteNumber("evidence"u8, Math.Round(swap.Evidence, 3));
        json.WriteNumber("damagedCount"u8, swap.DamagedCount);
        json.WriteNumber("originalCount"u8, swap.OriginalCount);
        json.WriteNumber("replaced"u8, swap.Replaced);
        json.WriteEndObject();
    }
}
