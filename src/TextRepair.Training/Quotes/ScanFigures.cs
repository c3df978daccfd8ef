using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TextRepair.Training.Quotes;

/// <summary>Measures character error rates of scans before and after cleaning, against their truth.</summary>
internal static class ScanFigures
{
    /// <summary>Reads pairs (JSON lines with <c>truth</c>, <c>ocr</c>, <c>extras</c>) and measures white space as well.</summary>
    public static string Measure(string path, int every)
    {
        var repairer = new TextRepairer();
        var report = new StringBuilder();
        long truth = 0, raw = 0, cleaned = 0, rawFurnished = 0, cleanedFurnished = 0;
        int number = 0, changed = 0;
        foreach (string line in File.ReadLines(path))
        {
            if (number++ % every != 0) continue;
            using JsonDocument json = JsonDocument.Parse(line);
            string expected = json.RootElement.GetProperty("truth").GetString()!, read = json.RootElement.GetProperty("ocr").GetString()!;
            HashSet<string> extras = [.. json.RootElement.GetProperty("extras").EnumerateArray().Select(extra => extra.GetString()!.Trim())];
            string bare = string.Join('\n', read.Split('\n').Where(row => row.Trim().Length == 0 || !extras.Contains(row.Trim())));
            RepairResult result = repairer.Repair(bare);
            truth += expected.Length;
            raw += Distance(bare.Trim(), expected.Trim());
            cleaned += Distance(result.Text.Trim(), expected.Trim());
            rawFurnished += Distance(read.Trim(), expected.Trim());
            cleanedFurnished += Distance(repairer.Repair(read).Text.Trim(), expected.Trim());
            if (result.Edits.Count > 0) changed++;
        }
        report.AppendLine(CultureInfo.InvariantCulture, $"{truth} characters, {changed} passages changed; furniture removed before: {Rate(raw)} → {Rate(cleaned)}; as it comes: {Rate(rawFurnished)} → {Rate(cleanedFurnished)}");
        return report.ToString();

        string Rate(long errors) => (100.0 * errors / truth).ToString("0.00", CultureInfo.InvariantCulture) + " %";
    }

    // Levenshtein's distance in a band: passages that differ by more than the band are counted as the band allows.
    private static int Distance(string a, string b)
    {
        const int Band = 400;
        int[] before = new int[b.Length + 1], row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) before[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int first = Math.Max(1, i - Band), last = Math.Min(b.Length, i + Band);
            row[first - 1] = first == 1 ? i : int.MaxValue / 2;
            for (int j = first; j <= last; j++)
            {
                int change = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int up = j == i + Band ? int.MaxValue / 2 : before[j] + 1;
                row[j] = Math.Min(change, Math.Min(up, row[j - 1] + 1));
            }
            (before, row) = (row, before);
        }
        return before[b.Length];
    }
}
