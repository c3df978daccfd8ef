using System.Text;

namespace TextRepair.Documents;

/// <summary>A web page.</summary>
internal sealed class HtmlDocument : EditableDocument
{
    private readonly MarkupSource _source;

    private HtmlDocument(byte[] content) => _source = MarkupSource.Read(content, IsXml(content), Pieces);

    public static HtmlDocument Open(byte[] content) => new(content);

    protected override byte[] Write() => _source.Save();

    public override void Dispose()
    {
    }

    private static bool IsXml(byte[] content) => Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, 64)).Contains("<?xml", StringComparison.Ordinal);
}
