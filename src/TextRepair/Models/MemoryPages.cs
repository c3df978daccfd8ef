using System.Runtime.InteropServices;

namespace TextRepair.Models;

/// <summary>Asks the system for many pages of memory in one call. One by one each costs an interruption: in a virtual machine, some 20 microseconds.</summary>
/// <remarks>All of it is advice: a system that does not know it refuses, and pages come when they are used.</remarks>
internal static unsafe class MemoryPages
{
    // MADV_POPULATE_READ and MADV_POPULATE_WRITE, of Linux 5.14, and MADV_COLLAPSE, of Linux 6.1: large pages instead of small ones.
    private const int PopulateRead = 22, PopulateWrite = 23, Collapse = 25;

    private const nint LargePage = 1 << 21;

    // What is smaller comes in an interruption or two anyway.
    private const int LeastLength = 1 << 17;

    private static readonly delegate* unmanaged<nint, nint, int, int> Advise = FindAdvise();

    /// <summary>Asks for pages of a mapped file that will be read.</summary>
    /// <param name="start">Where they start.</param>
    /// <param name="length">Their length, in bytes.</param>
    public static void AskToRead(byte* start, int length) => Ask(start, length, PopulateRead);

    /// <summary>Asks for pages that will be written, as far as they are the program's.</summary>
    /// <param name="start">Where they start.</param>
    /// <param name="length">Their length, in bytes.</param>
    public static void AskToWrite(byte* start, int length)
    {
        // Where page tables are simulated, every small page costs a second time when it is used.
        if (Advise != null) _ = Advise((nint)start & -LargePage, length & -LargePage, Collapse);
        Ask(start, length, PopulateWrite);
    }

    private static void Ask(byte* start, int length, int advice)
    {
        if (Advise == null || length < LeastLength) return;
        nint first = (nint)start & -Environment.SystemPageSize;
        _ = Advise(first, (nint)start + length - first, advice);
    }

    private static delegate* unmanaged<nint, nint, int, int> FindAdvise() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "madvise", out nint address)
            ? (delegate* unmanaged<nint, nint, int, int>)address
            : null;
}
