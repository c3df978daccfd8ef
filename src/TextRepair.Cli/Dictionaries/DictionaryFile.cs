namespace TextRepair.Cli;

/// <summary>Reads a dictionary and says what is wrong with it in one line.</summary>
internal static class DictionaryFile
{
    public static CorrectionDictionary Load(string path)
    {
        if (Directory.Exists(path)) throw new CliException($"{path}: is a folder, expected a dictionary.");
        try
        {
            return CorrectionDictionary.Load(path);
        }
        catch (DictionaryFormatException e)
        {
            throw new CliException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {Problem.Describe(e)}", e);
        }
    }
}
