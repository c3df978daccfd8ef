using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace TextRepair.Documents;

/// <summary>An HTML or XHTML page: finds its text and puts edits back between the tags, so that all markup stays as it was written.</summary>
internal sealed partial class MarkupSource
{
    // Their text is not prose, or its spacing matters, or it is not shown.
    private static readonly HashSet<string> Untouched = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "pre", "textarea", "code", "kbd", "samp", "template", "svg", "math", "xmp", "plaintext", "iframe", "noembed", "noframes",
        "noscript", "rt", "rp", "object", "select",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "img", "ins", "label", "mark", "nobr",
        "q", "rb", "ruby", "rt", "rp", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly byte[] _content;
    private readonly string _source;
    private readonly string _readable;
    private readonly Encoding _encoding;
    private readonly int _markLength;
    private readonly bool _isXml;
    private readonly PieceList _pieces;
    private readonly List<MarkupPiece> _own = [];

    private MarkupSource(byte[] content, bool isXml, PieceList pieces)
    {
        (_content, _isXml, _pieces) = (content, isXml, pieces);
        (_source, _encoding, _markLength) = TextDecoder.Decode(content);
        // The tokenizer counts CRLF as one character, replaces NUL and joins the text around "</>"; of a copy of the same
        // length without them, its positions hold for the source.
        _readable = _source.Replace('\r', ' ').Replace('\0', ' ').Replace("</>", "   ", StringComparison.Ordinal);
        // Sections of character data have rules of their own for what is markup; they are rare in pages, and left alone.
        if (isXml) _readable = CharacterData().Replace(_readable, section => new string(' ', section.Length));
    }

    /// <summary>Gets whether any of its text was edited.</summary>
    public bool IsEdited => _own.Exists(piece => piece.Edits.Count > 0);

    /// <summary>Reads a page.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="isXml">Whether it is XHTML, where <c>&lt;script/&gt;</c> is a whole element.</param>
    /// <param name="pieces">Receives its text.</param>
    public static MarkupSource Read(byte[] content, bool isXml, PieceList pieces)
    {
        var source = new MarkupSource(content, isXml, pieces);
        source.Read();
        return source;
    }

    /// <summary>Gets the bytes of the edited page, in the encoding it came in.</summary>
    public byte[] Save()
    {
        if (!IsEdited) return _content;
        var edited = new StringBuilder(_source.Length);
        int done = 0;
        foreach (MarkupPiece piece in _own)
        {
            foreach (PieceEdit edit in piece.Edits)
            {
                (int start, int end) = piece.Locate(edit);
                edited.Append(_source, done, start - done);
                Escape(edited, edit.Replacement);
                done = end;
            }
        }
        edited.Append(_source, done, _source.Length - done);
        return [.. _content.AsSpan(0, _markLength), .. _encoding.GetBytes(edited.ToString())];
    }

    private void Read()
    {
        using var tokenizer = new HtmlTokenizer(new AngleSharp.Text.TextSource(_readable), HtmlEntityProvider.Resolver);
        tokenizer.IsNotConsumingCharacterReferences = true;
        string? untouched = null;
        int depth = 0;
        for (HtmlToken token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            {
                SetState(tokenizer, token);
                Follow(token, ref untouched, ref depth);
                if (untouched is null && !Inline.Contains(token.Name)) _pieces.EndParagraph();
            }
            else if (token.Type == HtmlTokenType.Character && untouched is null)
            {
                AddText(token);
            }
        }
        _pieces.EndParagraph();
    }

    // Tree construction would do this; the tokenizer alone must be told where markup ends to be markup. A title would end
    // it too, but in that state the tokenizer loses count at "</"; what looks like a tag in a title is left alone instead.
    private void SetState(HtmlTokenizer tokenizer, HtmlToken token)
    {
        if (token.Type != HtmlTokenType.StartTag || (_isXml && token.AsTag().IsSelfClosing)) return;
        tokenizer.State = token.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "textarea" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => tokenizer.State,
        };
    }

    private void Follow(HtmlToken token, ref string? untouched, ref int depth)
    {
        bool opens = token.Type == HtmlTokenType.StartTag && !(_isXml && token.AsTag().IsSelfClosing);
        if (untouched is null)
        {
            if (!opens || !Untouched.Contains(token.Name)) return;
            (untouched, depth) = (token.Name, 1);
        }
        else if (string.Equals(token.Name, untouched, StringComparison.OrdinalIgnoreCase))
        {
            depth += opens ? 1 : token.Type == HtmlTokenType.EndTag ? -1 : 0;
            if (depth == 0) untouched = null;
        }
    }

    private void AddText(HtmlToken token)
    {
        int start = token.Position.Position - 1, end = start + token.Data.Length;
        // An edit in the wrong place would break the page, so where the positions cannot be trusted the page is refused.
        if (start < 0 || end > _readable.Length || !_readable.AsSpan(start, token.Data.Length).SequenceEqual(token.Data))
            throw new DocumentException("The page holds markup whose text cannot be found again in its source.");
        while (start < end) start = AddNext(start, end);
    }

    private int AddNext(int start, int end)
    {
        char first = _readable[start];
        int stop = start + 1;
        if (first == '&') return AddReference(start, end);
        if (IsMarkupSpace(first))
        {
            while (stop < end && IsMarkupSpace(_readable[stop])) stop++;
            AddSpace();
            return stop;
        }
        while (stop < end && !IsMarkupSpace(_readable[stop]) && _readable[stop] != '&') stop++;
        Add(new MarkupPiece(_readable[start..stop], start, stop));
        return stop;
    }

    private int AddReference(int start, int end)
    {
        const int longest = 34;
        int semicolon = _readable.IndexOf(';', start, Math.Min(longest, end - start));
        string decoded = semicolon < 0 ? "" : WebUtility.HtmlDecode(_readable[start..(semicolon + 1)]);
        bool isReference = decoded.Length == 1 || (decoded.Length == 2 && char.IsSurrogatePair(decoded, 0));
        int stop = isReference ? semicolon + 1 : start + 1;
        if (isReference && decoded is "\u00a0" or "\n" or "\t" or "\r") AddSpace();
        else Add(new MarkupPiece(isReference ? decoded : "&", start, stop));
        return stop;
    }

    // White space of any length is one space to a reader; an edit of it would change the layout of the source only.
    private void AddSpace()
    {
        if (_pieces.Pieces.Count > 0 && _pieces.Pieces[^1].Text is not ("\n" or " ")) _pieces.AddFixed(" ");
    }

    private void Add(MarkupPiece piece)
    {
        _own.Add(piece);
        _pieces.Add(piece);
    }

    private void Escape(StringBuilder output, string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            string character = rune.ToString();
            if (character is "&" or "<" or ">") output.Append(WebUtility.HtmlEncode(character));
            else if (CanEncode(character)) output.Append(character);
            else output.Append("&#").Append(rune.Value).Append(';');
        }
    }

    private bool CanEncode(string character)
    {
        try
        {
            return _encoding.GetByteCount(character) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"<!\[CDATA\[.*?\]\]>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex CharacterData();

    private static bool IsMarkupSpace(char c) => c is ' ' or '\t' or '\n' or '\f';
}
