using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Packs words into the double array of <see cref="WordTrie"/>.</summary>
internal sealed class LexiconTrieBuilder
{
    private readonly List<Node> _nodes = [new Node()];
    private readonly int _codeCount;
    private ulong[] _slots = [];
    private bool[] _usedBases = [];
    private int _firstFree;
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
        // The often met first, so that they share cache lines; equal ones in the order they came, so that the bytes are the same again.
        int[] order = [.. Enumerable.Range(1, _nodes.Count - 1)
            .Where(node => _nodes[node].Children.Count > 0)
            .OrderByDescending(node => _nodes[node].Weight).ThenBy(node => node)];
        foreach (int node in order) _nodes[node].Base = FindBase(_nodes[node]);
        foreach ((ushort code, int child) in _nodes[0].Children) Fill(code, code, _nodes[child]);
        foreach (int node in order)
            foreach ((ushort code, int child) in _nodes[node].Children)
                Fill(_nodes[node].Base + code, code, _nodes[child]);
        return _slots[..(_lastBase + _codeCount)];
    }

    // Slots below the number of codes belong to first characters, also to those that start no word.
    private void Reserve()
    {
        _firstFree = _codeCount;
        _lastBase = 0;
        _usedBases[0] = true;
    }

    private int FindBase(Node node)
    {
        while (_slots[_firstFree] != WordTrie.Empty) _firstFree++;
        int first = node.Children.GetKeyAtIndex(0);
        for (int slot = _firstFree; ; slot++)
        {
            int at = slot - first;
            if (at + 2 * _codeCount > _slots.Length) Resize(_slots.Length * 2);
            if (at <= 0 || _slots[slot] != WordTrie.Empty || _usedBases[at] || !Fits(node, at)) continue;
            foreach (ushort code in node.Children.Keys) _slots[at + code] = 0;
            _usedBases[at] = true;
            _lastBase = Math.Max(_lastBase, at);
            return at;
        }
    }

    private bool Fits(Node node, int at)
    {
        foreach (ushort code in node.Children.Keys)
            if (_slots[at + code] != WordTrie.Empty) return false;
        return true;
    }

    private void Fill(int slot, ushort code, Node node) => _slots[slot] = WordTrie.Pack(node.Base, code, node.Cost);

    private void Resize(int length)
    {
        int before = _slots.Length;
        Array.Resize(ref _slots, length);
        Array.Resize(ref _usedBases, length);
        _slots.AsSpan(before).Fill(WordTrie.Empty);
    }

    private sealed class Node
    {
        public SortedList<ushort, int> Children { get; } = [];

        public long Weight { get; set; }

        public ushort Cost { get; set; }

        public int Base { get; set; }
    }
}
