using System.Runtime.CompilerServices;

namespace TextRepair.Models;

/// <summary>Hashes features: a template and the characters it looks at.</summary>
internal static class FeatureHash
{
    /// <summary>Hashes a template with up to five values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a = 0, uint b = 0, uint c = 0, uint d = 0, uint e = 0)
    {
        uint hash = template * 0x9e3779b1u;
        hash = (hash ^ a) * 0x85ebca6bu;
        hash = (hash ^ (hash >> 15) ^ b) * 0xc2b2ae35u;
        hash = (hash ^ (hash >> 15) ^ c) * 0x27d4eb2fu;
        hash = (hash ^ (hash >> 15) ^ d) * 0x165667b1u;
        hash = (hash ^ (hash >> 15) ^ e) * 0x9e3779b1u;
        return hash ^ (hash >> 15) ^ (hash << 13);
    }
}
