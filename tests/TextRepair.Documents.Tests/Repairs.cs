using System.Text;

namespace TextRepair.Documents.Tests;

/// <summary>Stands in for the repairer: replaces pairs wherever they are, so that documents are tested apart from decisions.</summary>
internal static class Repairs
{
    public static DocumentRepairer Replacing(params (string From, string To)[] pairs) => new(text => Replace(text, pairs));

    public static RepairResult Replace(string text, params (string From, string To)[] pairs)
    {
        var edits = new List<TextEdit>();
        for (int i = 0; i < text.Length; i++)
        {
            (string from, string to) = pairs.FirstOrDefault(pair => string.CompareOrdinal(text, i, pair.From, 0, pair.From.Length) == 0);
            if (from is null) continue;
            edits.Add(new TextEdit(i, from, to, EditKind.Substitution, 1, $"{from}→{to}", "test"));
            i += from.Length - 1;
        }
        EditList list = EditList.Create(edits);
        return new RepairResult(text, list.ApplyTo(text), list, [], Diagnosis.Clean);
    }

    public static (byte[] Output, DocumentRepairResult Result) Repair(this DocumentRepairer repairer, byte[] content, FileFormat format)
    {
        using var input = new MemoryStream(content);
        using var output = new MemoryStream();
        DocumentRepairResult result = repairer.Repair(input, output, format);
        return (output.ToArray(), result);
    }

    public static string Read(byte[] content, FileFormat format)
    {
        using var input = new MemoryStream(content);
        return DocumentText.Read(input, format);
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
