using System.CommandLine;
using TextRepair.Training;

namespace TextRepair.Cli;

/// <summary>The options that say what <c>evaluate words</c> measures.</summary>
internal sealed class WordFigureArguments
{
    private readonly Option<double> _inForce = new("--in-force")
    {
        Description = "The share of swaps in force in each damaged document, from 0 to 1.",
        DefaultValueFactory = _ => 1,
        HelpName = "SHARE",
    };

    private readonly Option<bool> _unseen = new("--unseen")
    {
        Description = "Train two models, each on half of the sources, and read the other half with them; takes minutes.",
    };

    private readonly Option<bool> _lines = new("--lines") { Description = "Measure a file of lines, a tenth of them damaged." };

    private readonly Option<bool> _sentences = new("--sentences") { Description = "Measure single clean sentences as documents." };

    /// <summary>Adds the options to a command.</summary>
    public WordFigureArguments(Command command)
    {
        foreach (Option option in (Option[])[_inForce, _unseen, _lines, _sentences]) command.Add(option);
        NumberRange.Require(_inForce, 0, 1);
        command.Validators.Add(result =>
        {
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
