using System.Buffers;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>
/// One JSON object: <c>{"documents":[{"file","line","id","damageProbability","edits":[…],"findings":[…]}],"damaged":N}</c>;
/// documents without edits and findings are left out, but counted in <c>"checked"</c>.
/// </summary>
internal sealed class JsonCheckWriter : ICheckWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly Action<ReadOnlyMemory<byte>> _write;
    private readonly KindCounts _counts;

    public JsonCheckWriter(Action<ReadOnlyMemory<byte>> write, KindCounts counts)
    {
        (_write, _counts) = (write, counts);
        _json = new Utf8JsonWriter(_buffer, ResultJson.WriterOptions);
        _json.WriteStartObject();
        _json.WriteStartArray("documents"u8);
    }

    public void Add(CheckedDocument document)
    {
        RepairResult result = document.Result;
        if (result.Edits.Count == 0 && result.Findings.Count == 0) return;
        _json.WriteStartObject();
        _json.WriteString("file"u8, document.Input.Name);
        document.WritePlace(_json);
        _json.WriteNumber("damageProbability"u8, Math.Round(result.Diagnosis.DamageProbability, 4));
        _json.WriteStartArray("edits"u8);
        foreach (TextEdit edit in result.Edits) ResultJson.Write(_json, edit);
        _json.WriteEndArray();
        _json.WriteStartArray("findings"u8);
        foreach (Finding finding in result.Findings) ResultJson.Write(_json, finding);
        _json.WriteEndArray();
        _json.WriteEndObject();
        Flush();
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteNumber("checked"u8, _counts.Documents);
        _json.WriteNumber("damaged"u8, _counts.Damaged);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        Flush();
    }

    public void Dispose() => _json.Dispose();

    private void Flush()
    {
        _json.Flush();
        _write(_buffer.WrittenMemory);
        _buffer.ResetWrittenCount();
    }
}
