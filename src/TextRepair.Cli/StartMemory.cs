using System.Runtime.CompilerServices;
using TextRepair.Models;

namespace TextRepair.Cli;

/// <summary>Has the memory that a short run takes given at once, instead of page by page.</summary>
internal static class StartMemory
{
    // What repairing a document of some thousand characters allocates.
    private const int Length = 3 << 20;

    /// <summary>Asks for it, in the native program; where code is compiled first, that takes ten times as long anyway.</summary>
    public static unsafe void Ask()
    {
        // Begun and ended at once: the collector takes the memory for its own, and what it allocates next lies there.
        if (RuntimeFeature.IsDynamicCodeSupported || !GC.TryStartNoGCRegion(Length)) return;
        fixed (byte* next = new byte[1]) MemoryPages.AskToWrite(next, Length);
        GC.EndNoGCRegion();
    }
}
