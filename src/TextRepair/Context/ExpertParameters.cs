namespace TextRepair.Context;

/// <summary>What training measured of one swap, beside the weights.</summary>
/// <param name="Slope">What raw scores are multiplied with: calibration on sources that were not trained on.</param>
/// <param name="Offset">What is added then, in nats.</param>
/// <param name="PriorLogOdds">The log-odds of the original against the damaged word in clean text, whatever the context.</param>
/// <param name="EvidenceCap">The most that this swap may say for damage of a document, in nats: what clean documents reach by chance.</param>
internal readonly record struct ExpertParameters(float Slope, float Offset, float PriorLogOdds, float EvidenceCap);
