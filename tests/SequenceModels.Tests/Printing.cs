namespace SequenceModels.Tests;

/// <summary>Expected texts are those that PyTorch prints.</summary>
public class Printing
{
    [Fact]
    public void Fractions_have_four_decimals_in_columns() => Assert.Equal(
        """
        tensor([[ 0.6614,  0.2669,  0.0617],
                [ 0.6213, -0.4519, -0.1661]])
        """,
        Tensor.FromArray([0.6614f, 0.2669f, 0.0617f, 0.6213f, -0.4519f, -0.1661f], 2, 3).ToString());

    [Fact]
    public void Three_axes_have_a_blank_line_between_matrices() => Assert.Equal(
        """
        tensor([[[-0.1955, -0.9656],
                 [ 0.4224,  0.2673]],

                [[-0.4212, -0.5107],
                 [-1.5727, -0.1232]]])
        """,
        Tensor.FromArray(
            [-0.1955f, -0.9656f, 0.4224f, 0.2673f, -0.4212f, -0.5107f, -1.5727f, -0.1232f], 2, 2, 2).ToString());

    [Theory]
    [InlineData("tensor(3.5000)", new[] { 3.5f }, true)]
    [InlineData("tensor([1., 2., 3.])", new[] { 1f, 2, 3 }, false)]
    [InlineData("tensor([0., 0.])", new[] { 0f, 0 }, false)]
    [InlineData("tensor([1.0000e-06, 1.0000e+00])", new[] { 1e-6f, 1 }, false)]
    [InlineData("tensor([1000.5000,    1.2500])", new[] { 1000.5f, 1.25f }, false)]
    [InlineData("tensor([nan, 1., inf])", new[] { float.NaN, 1, float.PositiveInfinity }, false)]
    [InlineData("tensor([1.2346e+04, 1.0000e+00])", new[] { 12345.678f, 1 }, false)]
    public void Whole_wide_and_odd_numbers_print_as_in_PyTorch(string expected, float[] values, bool scalar)
    {
        var x = Tensor.FromArray(values);

        Assert.Equal(expected, (scalar ? x[0] : x).ToString());
    }

    [Fact]
    public void The_middle_of_a_large_tensor_is_left_out() => Assert.Equal(
        """
        tensor([[0.0000e+00, 1.0000e+00, 2.0000e+00,  ..., 2.7000e+01, 2.8000e+01,
                 2.9000e+01],
                [3.0000e+01, 3.1000e+01, 3.2000e+01,  ..., 5.7000e+01, 5.8000e+01,
                 5.9000e+01],
                [6.0000e+01, 6.1000e+01, 6.2000e+01,  ..., 8.7000e+01, 8.8000e+01,
                 8.9000e+01],
                ...,
                [1.7100e+03, 1.7110e+03, 1.7120e+03,  ..., 1.7370e+03, 1.7380e+03,
                 1.7390e+03],
                [1.7400e+03, 1.7410e+03, 1.7420e+03,  ..., 1.7670e+03, 1.7680e+03,
                 1.7690e+03],
                [1.7700e+03, 1.7710e+03, 1.7720e+03,  ..., 1.7970e+03, 1.7980e+03,
                 1.7990e+03]])
        """,
        Tensor.Arange(1800).Reshape(60, 30).ToString());
}
