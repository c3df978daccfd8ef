namespace TextRepair.Matching;

internal sealed partial class Automaton
{
    /// <summary>Builds the automaton.</summary>
    /// <param name="patterns">Distinct, not empty; numbered by their place.</param>
    public static Automaton Build(IReadOnlyList<string> patterns) => new Builder(patterns).Build();

    private sealed class Builder(IReadOnlyList<string> patterns)
    {
        private const int Free = -1;

        private readonly ushort[] _codes = new ushort[char.MaxValue + 1];
        private readonly int[] _order = [.. Enumerable.Range(0, patterns.Count).OrderBy(i => patterns[i], StringComparer.Ordinal)];
        private int[] _base = [];
        private int[] _check = [];
        private int[] _patternAt = [];
        private int _codeCount;
        private int _firstFree = 1;

        public Automaton Build()
        {
            NumberCharacters();
            Grow(1024);
            _check[0] = 0;
            Place(0, 0, patterns.Count, 0);
            // A walk may look one full alphabet past the last used cell.
            return new Automaton(_codes, [.. _base.Select((@base, i) => new Node(@base, _check[i], _patternAt[i]))], patterns);
        }

        private void NumberCharacters()
        {
            // The most frequent characters get the smallest numbers, which keeps the arrays dense.
            var counts = new Dictionary<char, int>();
            foreach (string pattern in patterns)
                foreach (char c in pattern)
                    counts[c] = counts.GetValueOrDefault(c) + 1;
            foreach (char c in counts.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => p.Key))
                _codes[c] = checked((ushort)++_codeCount);
        }

        // Places the children of one node: the patterns _order[from..to], which agree in their first `depth` characters.
        private void Place(int state, int from, int to, int depth)
        {
            if (from < to && patterns[_order[from]].Length == depth) _patternAt[state] = _order[from++];
            if (from == to) return;
            List<(int Code, int From, int To)> children = Children(from, to, depth);
            int @base = FindBase(children);
            _base[state] = @base;
            foreach ((int code, _, _) in children) _check[@base + code] = state;
            foreach ((int code, int childFrom, int childTo) in children) Place(@base + code, childFrom, childTo, depth + 1);
        }

        private List<(int Code, int From, int To)> Children(int from, int to, int depth)
        {
            var children = new List<(int, int, int)>();
            for (int i = from; i < to;)
            {
                char c = patterns[_order[i]][depth];
                int j = i;
                while (j < to && patterns[_order[j]][depth] == c) j++;
                children.Add((_codes[c], i, j));
                i = j;
            }
            return children;
        }

        private int FindBase(List<(int Code, int From, int To)> children)
        {
            while (_firstFree < _check.Length && _check[_firstFree] != Free) _firstFree++;
            int least = children.Min(child => child.Code);
            for (int @base = Math.Max(1, _firstFree - least); ; @base++)
            {
                if (@base + _codeCount + 1 >= _check.Length) Grow(Math.Max(_check.Length * 2, @base + (2 * _codeCount) + 2));
                if (children.TrueForAll(child => _check[@base + child.Code] == Free)) return @base;
            }
        }

        private void Grow(int size)
        {
            int old = _check.Length;
            Array.Resize(ref _base, size);
            Array.Resize(ref _check, size);
            Array.Resize(ref _patternAt, size);
            _check.AsSpan(old).Fill(Free);
            _patternAt.AsSpan(old).Fill(-1);
        }
    }
}
