using Microsoft.Win32.SafeHandles;

namespace TextRepair.Cli;

/// <summary>Standard output that says so when its reader has gone.</summary>
internal static class StandardOutput
{
    /// <summary>Opens standard output.</summary>
    /// <remarks>
    /// The console's own stream swallows "broken pipe", so a run into <c>head</c> would read its whole input for nothing.
    /// A file stream reports it, but keeps an offset of its own where the output is a file, and so would overwrite what
    /// another process writes to the same file: it is used for pipes only.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Standard output was closed by the shell (>&-); the console's stream then discards, as it does for any program.
            return Console.OpenStandardOutput();
        }
    }

    public static bool IsBrokenPipe(IOException e)
    {
        const int Epipe = 32;
        const int ErrorNoData = unchecked((int)0x800700E8), ErrorBrokenPipe = unchecked((int)0x8007006D);
        return e.HResult is Epipe or ErrorNoData or ErrorBrokenPipe;
    }
}
