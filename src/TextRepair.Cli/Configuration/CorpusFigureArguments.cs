using System.CommandLine;
using TextRepair.Training;

namespace TextRepair.Cli;

/// <summary>What <c>evaluate --corpus</c> measures of words.</summary>
internal sealed class CorpusFigureArguments
{
    private readonly Option<double> _inForce = new("--in-force")
    {
        Description = "With --corpus: the share of swaps in force in each damaged document, from 0 to 1.",
        DefaultValueFactory = _ => 1,
        HelpName = "SHARE",
    };

    private readonly Option<bool> _unseen = new("--unseen")
    {
        Description = "With --corpus: train two models, each on half of the sources, and read the other half with them; takes minutes.",
    };

    private readonly Option<bool> _lines = new("--lines") { Description = "With --corpus: measure a file of lines, a tenth of them damaged." };

    private readonly Option<bool> _sentences = new("--sentences") { Description = "With --corpus: measure single clean sentences as documents." };

    /// <summary>Adds the options to a command.</summary>
    public CorpusFigureArguments(Command command)
    {
        foreach (Option option in (Option[])[_inForce, _unseen, _lines, _sentences]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_inForce) is not (>= 0 and <= 1)) result.AddError("--in-force: expected a share from 0 to 1.");
            if (result.GetValue(_lines) && result.GetValue(_sentences)) result.AddError("--lines and --sentences are two figures: give one of them.");
        });
    }

    /// <summary>Reads the options.</summary>
    public CorpusFigureOptions Read(ParseResult parsed) => new()
    {
        InForce = parsed.GetValue(_inForce),
        Unseen = parsed.GetValue(_unseen),
        Lines = parsed.GetValue(_lines),
        Sentences = parsed.GetValue(_sentences),
    };
}
