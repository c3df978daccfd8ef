using System.Globalization;
using Microsoft.Extensions.Options;

namespace TextRepair.DependencyInjection;

/// <summary>Completes the options of one repairer: reads its dictionary files and checks the rest.</summary>
internal sealed class OptionsCompletion(Registration registration, string root) : IPostConfigureOptions<TextRepairOptions>, IValidateOptions<TextRepairOptions>
{
    public void PostConfigure(string? name, TextRepairOptions options)
    {
        if (name != registration.Name) return;
        var problems = new List<string>();
        foreach (DictionaryFile file in registration.FindFiles(root))
        {
            try
            {
                options.Dictionaries.Add(file.Load());
            }
            catch (DictionaryFormatException e)
            {
                problems.Add(e.Message);
            }
        }
        if (problems.Count > 0) throw new OptionsValidationException(registration.Name, typeof(TextRepairOptions), problems);
    }

    public ValidateOptionsResult Validate(string? name, TextRepairOptions options)
    {
        if (name != registration.Name) return ValidateOptionsResult.Skip;
        if (options.MinimumConfidence is >= 0.5 and <= 1) return ValidateOptionsResult.Success;
        string key = registration.KeyOf(nameof(options.MinimumConfidence));
        return ValidateOptionsResult.Fail(string.Create(CultureInfo.InvariantCulture, $"{key}: expected a number from 0.5 to 1; found {options.MinimumConfidence}."));
    }
}
