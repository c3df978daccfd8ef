using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TextRepair.Anchoring;

/// <summary>Looks thirty-two characters up at a time, where the processor looks up tables of sixteen bytes (AVX2).</summary>
internal static class SetsByHalves
{
    private static readonly byte[] Tables = Avx2.IsSupported ? AnchorSets.GroupTables() : [];

    /// <summary>Looks sixty-four characters up.</summary>
    /// <param name="text">The text; only its first characters are read.</param>
    /// <param name="sets">Takes for each group of sets sixty-four bytes: a bit for each set of the group that holds the character.</param>
    public static void Find(ReadOnlySpan<char> text, Span<byte> sets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, AnchorBlock.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(sets.Length, AnchorSets.Groups * AnchorBlock.Length);
        ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte found = ref MemoryMarshal.GetReference(sets);
        for (int start = 0; start < AnchorBlock.Length; start += Vector256<byte>.Count)
        {
            var half = new Half(ref Unsafe.Add(ref characters, start));
            for (int group = 0; group < AnchorSets.Groups; group++) half.LookUp(group).StoreUnsafe(ref found, (nuint)((group * AnchorBlock.Length) + start));
        }
    }

    /// <summary>Thirty-two characters.</summary>
    private readonly struct Half
    {
        private readonly Places _lower, _middle, _upper;

        public Half(ref ushort characters)
        {
            Vector256<ushort> left = Vector256.LoadUnsafe(ref characters), right = Vector256.LoadUnsafe(ref characters, (nuint)Vector256<ushort>.Count);
            _lower = new Places(Parts(left, right));
            _middle = new Places(Parts(left >> AnchorSets.MiddleShift, right >> AnchorSets.MiddleShift));
            _upper = new Places(Parts(left >> AnchorSets.UpperShift, right >> AnchorSets.UpperShift));
        }

        public Vector256<byte> LookUp(int group)
        {
            ref byte table = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Tables), group * AnchorSets.Parts * AnchorSets.Entries);
            return _lower.LookUp(ref table) & _middle.LookUp(ref Unsafe.Add(ref table, AnchorSets.Entries)) & _upper.LookUp(ref Unsafe.Add(ref table, 2 * AnchorSets.Entries));
        }

        // The lowest six bits of each number, in the order of the text: packing takes turns between the lanes.
        private static Vector256<byte> Parts(Vector256<ushort> left, Vector256<ushort> right)
        {
            var mask = Vector256.Create((ushort)(AnchorSets.Entries - 1));
            Vector256<byte> packed = Avx2.PackUnsignedSaturate((left & mask).AsInt16(), (right & mask).AsInt16());
            return Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_10_00).AsByte();
        }
    }

    /// <summary>Where to look in each fourth of a table; for what stands in another fourth the highest bit is set, and a shuffle gives 0.</summary>
    private readonly struct Places(Vector256<byte> parts)
    {
        private const int FourthLength = AnchorSets.Entries / 4;

        private readonly Vector256<byte> _first = In(parts, 0), _second = In(parts, 1), _third = In(parts, 2), _last = In(parts, 3);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<byte> LookUp(ref byte table) =>
            (Avx2.Shuffle(Fourth(ref table, 0), _first) | Avx2.Shuffle(Fourth(ref table, 1), _second))
            | (Avx2.Shuffle(Fourth(ref table, 2), _third) | Avx2.Shuffle(Fourth(ref table, 3), _last));

        // 0 to 15 become 0x70 to 0x7f, all others, which wrap around below 0, 0x80 and more.
        private static Vector256<byte> In(Vector256<byte> parts, int fourth) =>
            Avx2.AddSaturate(parts - Vector256.Create((byte)(fourth * FourthLength)), Vector256.Create((byte)0x70));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<byte> Fourth(ref byte table, int fourth)
        {
            Vector128<byte> entries = Vector128.LoadUnsafe(ref table, (nuint)(fourth * FourthLength));
            return Vector256.Create(entries, entries);
        }
    }
}
