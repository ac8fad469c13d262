namespace SequenceModels.Tests.Infra;

internal static class Matrices
{
    public static Tensor Identity(int n) =>
        Tensor.FromArray([.. Enumerable.Range(0, n * n).Select(i => i % (n + 1) == 0 ? 1f : 0)], n, n);
}
