using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TextRepair.Cli;

/// <summary>Refuses numbers that an option does not take. What is no number the library refuses.</summary>
internal static class NumberRange
{
    /// <summary>Limits an option.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The smallest number it takes.</param>
    /// <param name="most">The largest; none where it is not given.</param>
    public static void Require(Option option, double least, double most = double.PositiveInfinity) => option.Validators.Add(result => Check(result, least, most));

    private static void Check(OptionResult result, double least, double most)
    {
        foreach (Token token in result.Tokens)
        {
            if (!double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || (number >= least && number <= most)) continue;
            string range = double.IsInfinity(most) ? $", {least} or more" : string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}");
            result.AddError($"{result.Option.Name}: expected a number{range}, found {token.Value}.");
        }
    }
}
