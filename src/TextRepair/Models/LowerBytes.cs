using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextRepair.Models;

/// <summary>Takes the lower bytes of sixty-four characters together, for processors with AVX-512 VBMI.</summary>
internal static class LowerBytes
{
    /// <summary>Gets where they stand in two vectors in a row: what <see cref="Of"/> asks for, loaded once for a whole text.</summary>
    public static Vector512<byte> Places => Vector512.Create<byte>(
    [
        0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62,
        64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116, 118, 120, 122, 124, 126,
    ]);

    /// <summary>Takes the lower byte of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of(Vector512<ushort> left, Vector512<byte> places, Vector512<ushort> right) =>
        Avx512Vbmi.PermuteVar64x8x2(left.AsByte(), places, right.AsByte());
}
