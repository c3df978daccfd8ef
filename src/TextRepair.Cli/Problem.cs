namespace TextRepair.Cli;

/// <summary>Says in a few words what the operating system said in many.</summary>
internal static class Problem
{
    public static string Describe(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file.",
        UnauthorizedAccessException => "access denied.",
        IOException io when IsDiskFull(io) => "no space left on the disk.",
        _ => e.Message,
    };

    private static bool IsDiskFull(IOException e)
    {
        const int Enospc = 28, ErrorDiskFull = unchecked((int)0x80070070);
        return e.HResult is Enospc or ErrorDiskFull;
    }
}
