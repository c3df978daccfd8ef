namespace TextRepair;

/// <summary>Which characters are replaced by their ordinary forms, by edits of kind <see cref="EditKind.Width"/>.</summary>
[Flags]
public enum CharacterForms
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Invisible characters beside Han characters are removed: zero-width spaces and joiners, soft hyphens, byte-order marks inside the text.</summary>
    Invisible = 1,

    /// <summary>Radicals and compatibility ideographs beside Han characters become ordinary ones, as PDF extraction makes it needful: ⼯作 → 工作.</summary>
    Compatibility = 2,

    /// <summary>Full-width digits and Latin letters become half-width: １２ → 12. Off by default: many right texts are set so.</summary>
    FullWidth = 4,

    /// <summary>Half-width commas, semicolons, colons, question and exclamation marks between Han characters become full-width. Off by default: a style, not damage.</summary>
    Punctuation = 8,

    /// <summary>Pinyin in brackets after the character it reads is removed: 开(kāi)展 → 开展. Off by default: textbooks are set so.</summary>
    Pinyin = 16,

    /// <summary>Doubled commas and full stops become single: ，， → ，. Off by default: people write so in chats.</summary>
    Doubled = 32,

    /// <summary>
    /// Few half-width marks between Han characters become full-width where full-width ones are ten times as many, and the other way round; few
    /// straight quotes become curly likewise. Off by default: 40 slips in a million characters of right text are changed.
    /// </summary>
    Mixed = 64,

    /// <summary>What is harmless on right text: <see cref="Invisible"/> and <see cref="Compatibility"/>.</summary>
    Default = Invisible | Compatibility,
}
