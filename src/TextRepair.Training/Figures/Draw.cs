namespace TextRepair.Training;

/// <summary>Draws by name: the same on every run and machine.</summary>
internal static class Draw
{
    /// <summary>Draws a number from 0 to 1 for a name.</summary>
    public static double Of(string name)
    {
        // FNV-1a, then the finaliser of MurmurHash3: names differ in few characters.
        ulong hash = 14695981039346656037;
        foreach (char c in name) hash = (hash ^ c) * 1099511628211;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return (hash >> 11) / (double)(1UL << 53);
    }
}
