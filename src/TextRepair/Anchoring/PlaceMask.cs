using System.Numerics;

namespace TextRepair.Anchoring;

/// <summary>Places of a text, a bit each, which can be gone over in their order.</summary>
internal readonly ref struct PlaceMask(ReadOnlySpan<ulong> blocks)
{
    private readonly ReadOnlySpan<ulong> _blocks = blocks;

    /// <summary>Goes over the places.</summary>
    public Enumerator GetEnumerator() => new(_blocks);

    /// <summary>Where the going has got to.</summary>
    public ref struct Enumerator(ReadOnlySpan<ulong> blocks)
    {
        private readonly ReadOnlySpan<ulong> _blocks = blocks;
        private int _block = -1;
        private ulong _left;

        /// <summary>Gets the place.</summary>
        public readonly int Current => (_block * AnchorBlock.Length) + BitOperations.TrailingZeroCount(_left);

        /// <summary>Goes to the next place.</summary>
        public bool MoveNext()
        {
            _left &= _left - 1;
            while (_left == 0)
            {
                if (++_block >= _blocks.Length) return false;
                _left = _blocks[_block];
            }
            return true;
        }
    }
}
