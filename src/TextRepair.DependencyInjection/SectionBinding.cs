using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TextRepair.DependencyInjection;

/// <summary>Sets the options of one repairer from one section; what is registered later wins, as always with options.</summary>
internal sealed class SectionBinding(string repairer, IConfiguration section) : IConfigureNamedOptions<TextRepairOptions>
{
    public void Configure(TextRepairOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TextRepairOptions options)
    {
        if (name != repairer) return;
        IReadOnlyList<string> problems = OptionsBinder.Bind(section, options);
        if (problems.Count > 0) throw new OptionsValidationException(repairer, typeof(TextRepairOptions), problems);
    }
}
