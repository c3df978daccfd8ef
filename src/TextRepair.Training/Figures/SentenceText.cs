namespace TextRepair.Training;

/// <summary>Divides documents into sentences.</summary>
internal static class SentenceText
{
    private const int Least = 8, Most = 120;

    /// <summary>Finds the sentences of documents, each once, with the model that may read them.</summary>
    public static IEnumerable<(string Text, int Model)> Find(IEnumerable<CorpusDocument> documents, FigureRepairers repairers)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CorpusDocument document in documents)
            foreach (string sentence in Split(document.Text))
                if (sentence.Length is >= Least and <= Most && seen.Add(sentence)) yield return (sentence, repairers.For(document));
    }

    private static IEnumerable<string> Split(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.AsSpan(start).IndexOfAny("。！？\n") is var length and >= 0 ? start + length + 1 : text.Length;
            yield return text[start..end].Trim();
        }
    }
}
