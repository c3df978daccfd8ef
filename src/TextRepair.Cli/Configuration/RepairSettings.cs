namespace TextRepair.Cli;

/// <summary>What the command line and the configuration file came to.</summary>
internal sealed record RepairSettings(TextRepairOptions Options, TextEncoding? Encoding, string Field, string IdField, int Threads);
