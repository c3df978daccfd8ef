namespace TextRepair.Training;

/// <summary>Fits slope and offset that turn scores into log-odds (Platt, 1999), by Newton's method.</summary>
internal static class Calibration
{
    // A weak belief that scores are right already keeps rare words from wild slopes.
    private const double Belief = 20;

    public static (double Slope, double Offset) Fit(List<(double Score, bool Positive)> scores)
    {
        double slope = 1, offset = 0;
        for (int round = 0; round < 30; round++)
        {
            double gs = Belief * (slope - 1), go = Belief / 4 * offset, hss = Belief, hso = 0, hoo = Belief / 4;
            foreach ((double score, bool positive) in scores)
            {
                double p = 1 / (1 + Math.Exp(-((slope * score) + offset))), g = p - (positive ? 1 : 0), h = p * (1 - p);
                gs += g * score;
                go += g;
                hss += h * score * score;
                hso += h * score;
                hoo += h;
            }
            double determinant = (hss * hoo) - (hso * hso);
            slope -= ((hoo * gs) - (hso * go)) / determinant;
            offset -= ((hss * go) - (hso * gs)) / determinant;
        }
        return (Math.Clamp(slope, 0.3, 2.0), Math.Clamp(offset, -2, 2));
    }
}
