using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace TextRepair.Corpus;

/// <summary>Everything that decides the bytes of an output, in one word: work done under another one is not this run's work.</summary>
internal static class Fingerprint
{
    public static string Of(CorpusOptions options)
    {
        var text = new StringBuilder();
        Add(text, "version", VersionOf(typeof(TextRepairer)));
        Add(text, "corpus", VersionOf(typeof(Fingerprint)));
        Add(text, "field", options.Field);
        Add(text, "id", options.IdField);
        Add(text, "line", options.MaximumLineBytes);
        Add(text, "block", options.BlockBytes);
        Add(text, "recorded", options.RecordedConfidence);
        AddRepair(text, options.Repair);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static void AddRepair(StringBuilder text, TextRepairOptions options)
    {
        Add(text, "confidence", options.MinimumConfidence);
        Add(text, "source", options.Source);
        Add(text, "scope", options.Scope);
        Add(text, "forms", options.CharacterForms);
        Add(text, "builtin", options.UseDefaultDictionary);
        foreach (Substitution substitution in options.Dictionaries.SelectMany(dictionary => dictionary.Substitutions)) Add(text, "swap", substitution);
        foreach (string word in options.ProtectedWords.Order(StringComparer.Ordinal)) Add(text, "protected", word);
        foreach (EditKind kind in options.Kinds.Order()) Add(text, "kind", kind);
        foreach (ICandidateSource source in options.CandidateSources)
            Add(text, "candidates", $"{source} {source.GetType().FullName} {VersionOf(source.GetType())}");
    }

    private static void Add(StringBuilder text, string name, object? value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
