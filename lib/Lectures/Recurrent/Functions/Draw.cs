using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Lectures.Recurrent.Functions;

/// <summary>Hidden random inputs, as the matrices that students compute with.</summary>
internal static class Draw
{
    public static Matrix<double> Matrix(TorchRandom rng, int rows, int columns) =>
        Tensor.Randn(rng, rows, columns).ToMatrix();

    public static Vector<double> Vector(TorchRandom rng, int count) => Tensor.Randn(rng, count).ToVector();
}
