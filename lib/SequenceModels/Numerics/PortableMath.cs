namespace SequenceModels.Numerics;

internal static class PortableMath
{
    public static double Log(double x) => Math.Log(x);

    public static (double Cos, double Sin) Turn(double u) => (Math.Cos(2 * Math.PI * u), Math.Sin(2 * Math.PI * u));
}
