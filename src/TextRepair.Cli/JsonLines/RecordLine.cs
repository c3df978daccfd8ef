namespace TextRepair.Cli;

/// <summary>A line as it was read, its line end included.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="IsTooLong">Whether it is longer than allowed and was cut.</param>
internal readonly record struct RecordLine(long Number, ReadOnlyMemory<byte> Bytes, bool IsTooLong);
