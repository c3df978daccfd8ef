namespace JiebaNet.Segmenter;

/// <summary>
/// Stands in for the class of jieba.NET where its package cannot be restored: the same signatures, and the simplest division
/// that could be meant by them. Letters and figures stay together, every other character stands alone.
/// </summary>
public class JiebaSegmenter
{
    public IEnumerable<Token> Tokenize(string text, TokenizerMode mode = TokenizerMode.Default, bool hmm = true)
    {
        var tokens = new List<Token>();
        for (int start = 0; start < text.Length;)
        {
            int end = start + 1;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[end])) end++;
            tokens.Add(new Token(text[start..end], start, end));
            start = end;
        }
        return tokens;
    }
}
