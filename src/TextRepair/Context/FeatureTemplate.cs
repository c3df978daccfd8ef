namespace TextRepair.Context;

/// <summary>A feature made of up to four characters of the surroundings, by where they stand in the window of <see cref="Surroundings"/>.</summary>
/// <param name="Number">Tells features apart that look at the same characters.</param>
/// <param name="A">The first character.</param>
/// <param name="B">The second; 0 for none.</param>
/// <param name="C">The third; 0 for none.</param>
/// <param name="D">The fourth; 0 for none.</param>
internal readonly record struct FeatureTemplate(uint Number, ushort A, ushort B = 0, ushort C = 0, ushort D = 0);
