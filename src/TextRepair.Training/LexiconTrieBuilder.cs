using System.Numerics;
using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Packs words into the double array of <see cref="WordTrie"/>.</summary>
internal sealed class LexiconTrieBuilder
{
    /// <summary>How many slots are tried before the search for nodes of this width leaves one more behind.</summary>
    private const int Patience = 64;

    private const ulong Taken = 0;

    private readonly List<Node> _nodes = [new Node()];
    private readonly int _codeCount;
    private ulong[] _slots = [];
    private bool[] _usedBases = [];
    private int[] _nextFree = [];
    private int[] _previousFree = [];
    private readonly int[] _searchFrom = new int[17];
    private int _lastBase;

    /// <summary>Starts with no words.</summary>
    /// <param name="codeCount">One more than the highest character code.</param>
    public LexiconTrieBuilder(int codeCount) => _codeCount = codeCount;

    /// <summary>Adds a word.</summary>
    /// <param name="word">Its character codes.</param>
    /// <param name="cost">Its price, from 1.</param>
    /// <param name="weight">How often it is met: what is met often is laid close together.</param>
    public void Add(ReadOnlySpan<ushort> word, ushort cost, long weight)
    {
        Node node = _nodes[0];
        foreach (ushort code in word)
        {
            if (!node.Children.TryGetValue(code, out int child))
            {
                child = _nodes.Count;
                node.Children.Add(code, child);
                _nodes.Add(new Node());
            }
            node = _nodes[child];
            node.Weight += weight;
        }
        node.Cost = cost;
    }

    /// <summary>Lays the words out.</summary>
    /// <returns>The slots; any base plus any code is inside.</returns>
    public ulong[] Build()
    {
        Resize(Math.Max(2 * _codeCount, _nodes.Count * 2));
        Reserve();
        // The wide first, while there is room, and the narrow into the gaps; among those the often met, so that they share cache
        // lines; equal ones in the order they came, so that the bytes are the same again.
        int[] order = [.. Enumerable.Range(1, _nodes.Count - 1)
            .Where(node => _nodes[node].Children.Count > 0)
            .OrderByDescending(node => Width(_nodes[node])).ThenByDescending(node => _nodes[node].Weight).ThenBy(node => node)];
        foreach (int node in order) _nodes[node].Base = FindBase(_nodes[node]);
        foreach ((ushort code, int child) in _nodes[0].Children) Fill(code, code, _nodes[child]);
        foreach (int node in order)
            foreach ((ushort code, int child) in _nodes[node].Children)
                Fill(_nodes[node].Base + code, code, _nodes[child]);
        return _slots[..(_lastBase + _codeCount)];
    }

    private static int Width(Node node) => BitOperations.Log2((uint)node.Children.Count);

    // Slots below the number of codes belong to first characters, also to those that start no word.
    private void Reserve()
    {
        Array.Fill(_searchFrom, _codeCount);
        _lastBase = 0;
        _usedBases[0] = true;
    }

    private int FindBase(Node node)
    {
        int first = node.Children.GetKeyAtIndex(0);
        ref int searchFrom = ref _searchFrom[Width(node)];
        int tried = 0;
        for (int slot = searchFrom; ; slot = _nextFree[slot])
        {
            // Where so many places did not fit, the next node of this width need not try them again.
            if (++tried % Patience == 0) searchFrom = _nextFree[searchFrom];
            if (slot + 2 * _codeCount > _slots.Length) Resize(_slots.Length * 2);
            int at = slot - first;
            if (at <= 0 || _usedBases[at] || !Fits(node, at)) continue;
            foreach (ushort code in node.Children.Keys) Take(at + code);
            _usedBases[at] = true;
            _lastBase = Math.Max(_lastBase, at);
            return at;
        }
    }

    // A taken slot keeps its own links, so that a search that stands there finds its way on.
    private void Take(int slot)
    {
        _slots[slot] = Taken;
        (int previous, int next) = (_previousFree[slot], _nextFree[slot]);
        _nextFree[previous] = next;
        _previousFree[next] = previous;
    }

    private bool Fits(Node node, int at)
    {
        foreach (ushort code in node.Children.Keys)
            if (_slots[at + code] != WordTrie.Empty) return false;
        return true;
    }

    private void Fill(int slot, ushort code, Node node) => _slots[slot] = WordTrie.Pack(node.Base, code, node.Cost);

    // The empty slots are linked both ways; the one behind the end is linked before it exists.
    private void Resize(int length)
    {
        int before = _slots.Length;
        Array.Resize(ref _slots, length);
        Array.Resize(ref _usedBases, length);
        Array.Resize(ref _nextFree, length + 1);
        Array.Resize(ref _previousFree, length + 1);
        for (int slot = before; slot < length; slot++)
        {
            _slots[slot] = WordTrie.Empty;
            _nextFree[slot] = slot + 1;
            _previousFree[slot + 1] = slot;
        }
    }

    private sealed class Node
    {
        public SortedList<ushort, int> Children { get; } = [];

        public long Weight { get; set; }

        public ushort Cost { get; set; }

        public int Base { get; set; }
    }
}
