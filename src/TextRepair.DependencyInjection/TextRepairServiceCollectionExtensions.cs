using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TextRepair;
using TextRepair.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers repairers.</summary>
public static class TextRepairServiceCollectionExtensions
{
    /// <summary>Registers the repairer without a name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder that adds configuration and dictionary files.</returns>
    /// <remarks>
    /// Inject <see cref="ITextRepairer"/>, which follows changes of files and counts what it does, or
    /// <see cref="TextRepairer"/>, the plain repairer in force at that moment.
    /// Options are checked when the host starts, or else when the repairer is first asked for.
    /// </remarks>
    /// <exception cref="OptionsValidationException">At start or first use: an option or dictionary file is wrong; the message names its key.</exception>
    public static TextRepairBuilder AddTextRepair(this IServiceCollection services, Action<TextRepairOptions> configure) =>
        services.AddTextRepair(Options.Options.DefaultName, configure);

    /// <summary>Registers the repairer without a name, with the default options.</summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder that adds options, configuration and dictionary files.</returns>
    public static TextRepairBuilder AddTextRepair(this IServiceCollection services) => services.AddTextRepair(Options.Options.DefaultName);

    /// <summary>Registers the repairer without a name, with options from the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section; <see cref="TextRepairBuilder.Bind"/> lists its keys.</param>
    /// <returns>A builder that adds configuration and dictionary files.</returns>
    public static TextRepairBuilder AddTextRepair(this IServiceCollection services, IConfiguration section) =>
        services.AddTextRepair().Bind(section);

    /// <summary>Registers a repairer with a name, options and dictionaries of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name: the key of the keyed services, and what <see cref="ITextRepairerFactory"/> finds it by.</param>
    /// <param name="section">The section; <see cref="TextRepairBuilder.Bind"/> lists its keys.</param>
    /// <returns>A builder that adds configuration and dictionary files.</returns>
    public static TextRepairBuilder AddTextRepair(this IServiceCollection services, string name, IConfiguration section) =>
        services.AddTextRepair(name).Bind(section);

    /// <summary>Registers a repairer with a name, options and dictionaries of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name: the key of the keyed services, and what <see cref="ITextRepairerFactory"/> finds it by.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder that adds configuration and dictionary files. The same name again goes on with the same repairer.</returns>
    public static TextRepairBuilder AddTextRepair(this IServiceCollection services, string name, Action<TextRepairOptions> configure) =>
        services.AddTextRepair(name).Configure(configure);

    /// <summary>Registers a repairer with a name and dictionaries of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name: the key of the keyed services, and what <see cref="ITextRepairerFactory"/> finds it by.</param>
    /// <returns>A builder that adds options, configuration and dictionary files. The same name again goes on with the same repairer.</returns>
    public static TextRepairBuilder AddTextRepair(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.TryAddSingleton(provider => new Telemetry(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<ITextRepairerFactory, TextRepairerFactory>();
        return new TextRepairBuilder(services, FindRegistration(services, name) ?? Register(services, name));
    }

    private static Registration? FindRegistration(IServiceCollection services, string name) =>
        services.Where(service => !service.IsKeyedService)
            .Select(service => service.ImplementationInstance)
            .OfType<Registration>()
            .FirstOrDefault(registration => registration.Name == name);

    private static Registration Register(IServiceCollection services, string name)
    {
        var registration = new Registration(name);
        services.AddSingleton(registration);
        services.AddSingleton<IPostConfigureOptions<TextRepairOptions>>(provider => new OptionsCompletion(registration, Root(provider)));
        services.AddSingleton<IValidateOptions<TextRepairOptions>>(provider => new OptionsCompletion(registration, Root(provider)));
        services.AddOptions<TextRepairOptions>(name).ValidateOnStart();
        services.AddKeyedSingleton<ITextRepairer>(name, (provider, _) => Create(provider, registration));
        services.AddKeyedTransient(name, (provider, key) => provider.GetRequiredKeyedService<ITextRepairer>(key).Current);
        if (name.Length > 0) return registration;
        services.AddSingleton(provider => provider.GetRequiredKeyedService<ITextRepairer>(name));
        services.AddTransient(provider => provider.GetRequiredService<ITextRepairer>().Current);
        return registration;
    }

    private static ReloadingRepairer Create(IServiceProvider provider, Registration registration) => new(
        registration,
        Root(provider),
        provider.GetRequiredService<IOptionsFactory<TextRepairOptions>>(),
        provider.GetRequiredService<Telemetry>(),
        provider.GetService<ILogger<ITextRepairer>>() ?? NullLogger<ITextRepairer>.Instance,
        provider.GetService<TimeProvider>());

    private static string Root(IServiceProvider provider) => provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
}
