namespace Belfry.Geography.Hazards;

/// <summary>An instantaneous Gaussian puff, as long as it is wide, over reflecting ground. Its middle lies at x = u·t, and its size is that of this distance (CCPS 1999 p. 101).</summary>
sealed class GaussianPuff(double amount, Sigmas sigmas, double height)
{
    /// <param name="middle">How far the puff has come, metres.</param>
    public double At(double x, double y, double z, double middle)
    {
        if (middle <= 0)
        {
            return 0;
        }

        var sigma = sigmas.Y(middle);
        return Middle(middle, z) * Math.Exp(-(((x - middle) * (x - middle)) + (y * y)) / (2 * sigma * sigma));
    }

    /// <summary>In the middle of the puff, at a height.</summary>
    public double Middle(double middle, double z)
    {
        var (sigma, up) = (sigmas.Y(middle), sigmas.Z(middle));
        return amount / (Math.Pow(2 * Math.PI, 1.5) * sigma * sigma * up) * (Bell(z - height) + Bell(z + height));

        double Bell(double distance) => Math.Exp(-distance * distance / (2 * up * up));
    }

    /// <summary>Within which distance of the middle a threshold is reached at that moment; null when it is not.</summary>
    public double? Radius(double middle, double z, double threshold) =>
        Middle(middle, z) is var most && most >= threshold ? sigmas.Y(middle) * Math.Sqrt(2 * Math.Log(most / threshold)) : null;
}
