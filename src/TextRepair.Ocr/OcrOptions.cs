namespace TextRepair.Ocr;

/// <summary>Adds the correction of scans to the options of a repairer.</summary>
public static class OcrOptions
{
    /// <summary>Looks for misread characters.</summary>
    /// <param name="options">The options of a repairer.</param>
    /// <param name="mode">When to look; the default is <see cref="OcrMode.Automatic"/>.</param>
    /// <returns>The same options.</returns>
    /// <remarks>
    /// Sets <see cref="TextRepairOptions.IsScan"/> where the caller knows that texts are scans, and
    /// <see cref="TextRepairOptions.MisreadingCounter"/> where each text has to show it; in every mode
    /// but <see cref="OcrMode.Off"/>, which reads no model, <see cref="TextRepairOptions.WordJudge"/>, since the same models know which
    /// words fit. They are asked, too, where the contexts of swapped words leave open what was meant. What is set already stays.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    /// <example><code>var repairer = new TextRepairer(new TextRepairOptions().UseOcr());</code></example>
    public static TextRepairOptions UseOcr(this TextRepairOptions options, OcrMode mode = OcrMode.Automatic)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.CandidateSources.Add(new OcrCandidateSource(mode));
        if (mode is OcrMode.On or OcrMode.Thorough) options.IsScan ??= true;
        if (mode != OcrMode.Off)
        {
            options.WordJudge ??= WordFit.Of;
            options.WordComparer ??= WordFit.Compare;
        }
        if (mode == OcrMode.Automatic) options.MisreadingCounter ??= OcrCandidateSource.CountMisreadings;
        return options;
    }
}
