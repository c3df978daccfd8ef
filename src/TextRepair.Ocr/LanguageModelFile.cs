namespace TextRepair.Ocr;

/// <summary>Reads and writes a <see cref="LanguageModel"/>.</summary>
/// <remarks>
/// Columns: number of characters, characters; then level by level the number of entries, children counts of the level
/// above, last tokens, costs, back-offs. The tokens after ab are among those after b, so a trigram names its last token by
/// its place among the latter; 4-grams likewise. Places are written as differences, which pack to a few bits. Costs of
/// upper levels are rounded to a quarter nat.
/// </remarks>
internal static class LanguageModelFile
{
    private const string Kind = "LANG";
    private const int Version = 2;

    /// <summary>Writes a model.</summary>
    public static void Write(Stream output, LanguageModel model)
    {
        var writer = new ColumnWriter();
        writer.WriteNumber(model.Vocabulary.Characters.Length);
        writer.WriteCharacters(model.Vocabulary.Characters);
        for (int n = 0; n < LanguageModel.Order; n++)
        {
            LanguageModelLevel level = model.Levels[n];
            writer.WriteNumber(level.Ids.Length);
            if (n > 0) WriteIds(writer, [.. model.Levels], n);
            WriteCosts(writer, level.Costs, Grain(n));
            if (n < LanguageModel.Order - 1) WriteCosts(writer, level.Backoffs, Grain(n));
        }
        ModelFile.Write(output, Kind, Version, writer.Written);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model, is of another version, or is damaged.</exception>
    public static LanguageModel Read(ReadOnlySpan<byte> file, string name)
    {
        var reader = new ColumnReader(ModelFile.Read(file, name, Kind, Version));
        var vocabulary = new Vocabulary(reader.ReadCharacters(reader.ReadNumber()));
        var levels = new LanguageModelLevel[LanguageModel.Order];
        for (int n = 0; n < LanguageModel.Order; n++)
        {
            ushort[] ids = new ushort[reader.ReadNumber()];
            if (n == 0)
                for (int i = 0; i < ids.Length; i++) ids[i] = (ushort)i;
            else
                ReadIds(ref reader, levels, n, ids);
            byte[] costs = ReadCosts(ref reader, ids.Length, Grain(n));
            bool last = n == LanguageModel.Order - 1;
            levels[n] = new LanguageModelLevel(ids, costs, last ? [] : ReadCosts(ref reader, ids.Length, Grain(n)), last ? [] : new int[ids.Length + 1]);
        }
        return new LanguageModel(vocabulary, levels);
    }

    /// <summary>Rounds a cost as the file does.</summary>
    public static byte Round(double steps, int level) =>
        (byte)(Math.Clamp((int)Math.Round(steps / Grain(level)), 0, 255 / Grain(level)) * Grain(level));

    private static int Grain(int level) => level == 0 ? 1 : level == 1 ? 2 : 4;

    private static void WriteIds(ColumnWriter writer, LanguageModelLevel[] levels, int n)
    {
        LanguageModelLevel level = levels[n], parents = levels[n - 1];
        for (int p = 0; p < parents.Ids.Length; p++) writer.WriteNumber(parents.First[p + 1] - parents.First[p]);
        int[] shorter = Shorter(levels, n);
        for (int p = 0; p < parents.Ids.Length; p++)
        {
            int place = shorter[p];
            for (int i = parents.First[p]; i < parents.First[p + 1]; i++)
            {
                int before = place;
                while (parents.Ids[place] != level.Ids[i]) place++;
                writer.WriteNumber(place++ - before);
            }
        }
    }

    private static void ReadIds(ref ColumnReader reader, LanguageModelLevel[] levels, int n, ushort[] ids)
    {
        LanguageModelLevel parents = levels[n - 1];
        for (int p = 0; p < parents.Ids.Length; p++) parents.First[p + 1] = parents.First[p] + reader.ReadNumber();
        int[] shorter = Shorter(levels, n);
        for (int p = 0; p < parents.Ids.Length; p++)
        {
            int place = shorter[p];
            for (int i = parents.First[p]; i < parents.First[p + 1]; i++)
            {
                place += reader.ReadNumber();
                ids[i] = parents.Ids[place++];
            }
        }
    }

    // For each entry of the level above n: where in that same level the entries start that follow it without its first token.
    private static int[] Shorter(LanguageModelLevel[] levels, int n)
    {
        LanguageModelLevel parents = levels[n - 1];
        int[] shorter = new int[parents.Ids.Length];
        if (n == 1) return shorter;
        int[] above = Shorter(levels, n - 1);
        LanguageModelLevel grandparents = levels[n - 2];
        for (int g = 0; g < grandparents.Ids.Length; g++)
        {
            int place = above[g];
            for (int p = grandparents.First[g]; p < grandparents.First[g + 1]; p++)
            {
                while (grandparents.Ids[place] != parents.Ids[p]) place++;
                shorter[p] = grandparents.First[place];
            }
        }
        return shorter;
    }

    private static void WriteCosts(ColumnWriter writer, byte[] costs, int grain)
    {
        byte[] units = new byte[costs.Length];
        for (int i = 0; i < costs.Length; i++) units[i] = (byte)(costs[i] / grain);
        writer.WriteBytes(units);
    }

    private static byte[] ReadCosts(ref ColumnReader reader, int count, int grain)
    {
        byte[] costs = reader.ReadBytes(count);
        if (grain > 1)
            for (int i = 0; i < count; i++) costs[i] = (byte)(costs[i] * grain);
        return costs;
    }
}
