namespace TextRepair.Cli;

/// <summary>What a command sees of the world: standard streams, terminal, and how a repairer is made.</summary>
internal sealed class Host
{
    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    public int Width { get; init; } = 100;

    /// <summary>The seam for tests of the plumbing; the program itself makes a <see cref="TextRepairer"/>.</summary>
    public Func<TextRepairOptions, Func<string, RepairResult>> MakeRepair { get; init; } = options => new TextRepairer(options).Repair;

    /// <summary>Opens what the process was given.</summary>
    public static Host Open() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = StandardOutput.Open(),
        Error = Console.Error,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? 100 : Math.Max(40, Console.WindowWidth),
    };

    public void WriteError(string message) => Error.WriteLine($"textrepair: {message}");
}
