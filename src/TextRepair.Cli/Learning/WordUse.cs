namespace TextRepair.Cli;

/// <summary>How often a word stands in some text, and how often it does in as much text of the language.</summary>
/// <param name="Word">The word.</param>
/// <param name="Found">How often it was found.</param>
/// <param name="Expected">How often it was expected; above 0.</param>
internal sealed record WordUse(string Word, int Found, double Expected)
{
    /// <summary>Gets how far both lie apart: the logarithm of the likelihood ratio of two Poisson rates, in nats.</summary>
    public double Surprise => Expected - Found + (Found == 0 ? 0 : Found * Math.Log(Found / Expected));
}
