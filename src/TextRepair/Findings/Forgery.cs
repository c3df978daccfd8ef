namespace TextRepair.Findings;

/// <summary>A figure with a recent year in its digits: 2023亿元, 12023亿元, 5月2023日.</summary>
/// <param name="Start">Where the figure starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Year">The digits of the year, from 2020.</param>
/// <param name="IsImpossible">Whether there is no such month, day, hour or share.</param>
internal readonly record struct Forgery(int Start, int Length, int Year, bool IsImpossible);
