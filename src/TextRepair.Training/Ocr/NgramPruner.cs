using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>Keeps the n-grams whose loss would cost most, by the weighted difference of Seymore and Rosenfeld (1996).</summary>
/// <remarks>What is kept keeps its prefix and its suffix, so every context can be walked and every back-off is one step.</remarks>
internal sealed class NgramPruner
{
    private readonly KneserNey _all;
    private readonly bool[][] _kept;

    /// <summary>Prunes to about a number of n-grams.</summary>
    /// <param name="all">All probabilities.</param>
    /// <param name="target">How many n-grams longer than one token to keep, about.</param>
    public NgramPruner(KneserNey all, int target)
    {
        _all = all;
        _kept = [.. Enumerable.Range(0, all.Order).Select(n => new bool[all.Length(n)])];
        Array.Fill(_kept[0], true);
        double low = -4, high = 12;
        for (int i = 0; i < 16; i++)
        {
            double middle = (low + high) / 2;
            if (Keep(Math.Exp(middle)) > target) low = middle;
            else high = middle;
        }
        Keep(Math.Exp(high));
    }

    /// <summary>Makes the model of what is kept.</summary>
    public LanguageModel Build(Vocabulary vocabulary)
    {
        int order = _all.Order;
        int[][] places = new int[order][];
        var levels = new LanguageModelLevel[order];
        for (int n = 0; n < order; n++)
        {
            places[n] = Places(n);
            int count = _kept[n].Count(kept => kept);
            bool last = n == order - 1;
            levels[n] = new LanguageModelLevel(new ushort[count], new byte[count], last ? [] : new byte[count], last ? [] : new int[count + 1]);
        }
        for (int n = 0; n < order; n++) Fill(n, levels[n], n + 1 < order ? places[n + 1] : []);
        return LanguageModelFile.Create(vocabulary, levels);
    }

    private long Keep(double threshold)
    {
        for (int n = 1; n < _all.Order; n++) Array.Clear(_kept[n]);
        for (int n = _all.Order - 1; n > 0; n--)
        {
            for (int context = 0; context < _all.Length(n - 1); context++)
            {
                for (int i = _all.First[n - 1][context]; i < _all.First[n - 1][context + 1]; i++)
                {
                    if (!_kept[n][i] && Loss(n, context, i) < threshold) continue;
                    _kept[n][i] = _kept[n - 1][context] = _kept[n - 1][_all.Suffix[n][i]] = true;
                }
            }
        }
        return _kept.Skip(1).Sum(level => level.LongCount(kept => kept));
    }

    private double Loss(int n, int context, int i)
    {
        int count = _all.Count(n, i);
        if (count < 2) return 0;
        double without = _all.Gamma[n - 1][context] * _all.Probability[n - 1][_all.Suffix[n][i]];
        return count * Math.Log(_all.Probability[n][i] / without);
    }

    private int[] Places(int n)
    {
        int[] places = new int[_all.Length(n) + 1];
        for (int i = 0; i < _all.Length(n); i++) places[i + 1] = places[i] + (_kept[n][i] ? 1 : 0);
        return places;
    }

    private void Fill(int n, LanguageModelLevel level, int[] nextPlaces)
    {
        int at = 0;
        for (int i = 0; i < _all.Length(n); i++)
        {
            if (!_kept[n][i]) continue;
            level.Ids[at] = _all.Last(n, i);
            level.Costs[at] = LanguageModelFile.Round(-Math.Log(_all.Probability[n][i]) * LanguageModel.Scale, n);
            if (nextPlaces.Length > 0)
            {
                level.First[at + 1] = nextPlaces[_all.First[n][i + 1]];
                level.Backoffs[at] = LanguageModelFile.Round(Backoff(n, i) * LanguageModel.Scale + LanguageModel.BackoffZero, n);
            }
            at++;
        }
    }

    private double Backoff(int n, int context)
    {
        double here = 1, below = 1;
        for (int i = _all.First[n][context]; i < _all.First[n][context + 1]; i++)
        {
            if (!_kept[n + 1][i]) continue;
            here -= _all.Probability[n + 1][i];
            below -= _all.Probability[n][_all.Suffix[n + 1][i]];
        }
        return -Math.Log(Math.Max(here, 1e-6) / Math.Max(below, 1e-6));
    }
}
