using CsCheck;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class TensorShaping
{
    private readonly Tensor _x = Tensor.Arange(24).Reshape(2, 3, 4);

    [Fact]
    public void Slices_take_what_they_say()
    {
        Assert.Equal([8f, 9, 10, 11], _x[0, ^1].ToArray());
        Assert.Equal([4f, 5, 6, 7, 16, 17, 18, 19], _x[.., 1].ToArray());
        Assert.Equal([1f, 2, 13, 14], _x[.., 0, 1..3].ToArray());
        Assert.Equal("(1, 3, 2)", _x[1..2, .., ..2].Shape.ToString());
        Assert.Equal(23, _x[-1, -1, -1].Item());
    }

    [Fact]
    public void A_position_outside_is_named()
    {
        Refused.With<ArgumentOutOfRangeException>(
            "3 is not inside axis 1 of (2, 3, 4), which has 3 elements, counted from 0.",
            () => _x[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _x[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _x[^3]);
        Assert.Throws<ArgumentException>(() => _x[0, 0, 0, 0]);
    }

    [Fact]
    public void Transposing_moves_elements_and_twice_is_nothing()
    {
        Assert.Equal([0f, 3, 1, 4, 2, 5], Tensor.Arange(6).Reshape(2, 3).Transpose().ToArray());
        Assert.Equal(_x[1, 2, 3].Item(), _x.Transpose(0, 2)[3, 2, 1].Item());
        Assert.Equal(_x.ToArray(), _x.Transpose(0, 2).Transpose(0, 2).ToArray());
    }

    [Fact]
    public void Flipping_puts_the_last_first_and_twice_is_nothing()
    {
        Assert.Equal([4f, 5, 6, 7, 0, 1, 2, 3], _x[0, ..2].Flip(0).ToArray());
        Assert.Equal([3f, 2, 1, 0], _x[0, 0].Flip(-1).ToArray());
        Assert.Equal(_x.ToArray(), _x.Flip(1).Flip(1).ToArray());
    }

    [Fact]
    public void What_is_concatenated_can_be_sliced_out_again() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 2]).Sample((first, second, other, axis) =>
        {
            var rng = new TorchRandom(first);
            var (a, b) = (Of(first), Of(second));

            var joined = Tensor.Concat([a, b], axis);

            Assert.Equal(a.ToArray(), joined[Along(axis, ..first)].ToArray());
            Assert.Equal(b.ToArray(), joined[Along(axis, first..)].ToArray());

            Tensor Of(int length) => Tensor.Randn(rng, new Shape(other, other, other).Replace(axis, length));
        });

    private static Slice[] Along(int axis, Range range) => [.. Enumerable.Repeat<Slice>(Range.All, axis), range];

    [Fact]
    public void Reshape_finds_the_open_length_and_refuses_what_does_not_fit()
    {
        Assert.Equal("(4, 6)", _x.Reshape(-1, 6).Shape.ToString());
        Refused.With<ArgumentException>("(2, 3, 4) holds 24 numbers, and cannot become (5, -1).", () => _x.Reshape(5, -1));
    }

    [Fact]
    public void Shapes_compare_index_and_come_apart()
    {
        var (batch, length, width) = _x.Shape;

        Assert.Equal((2, 3, 4), (batch, length, width));
        Assert.True(_x.Shape == new Shape(2, 3, 4) && _x.Shape != new Shape(2, 3));
        Assert.Equal(4, _x.Shape[^1]);
        Assert.Equal(new Shape(2, 3, 4).GetHashCode(), _x.Shape.GetHashCode());
        Assert.Throws<InvalidOperationException>(() => { var (_, _) = _x.Shape; });
    }

    [Fact]
    public void Matrices_go_to_MathNet_and_back()
    {
        var x = Tensor.Randn(new TorchRandom(1), 3, 5);

        Assert.Equal(x[1, 2].Item(), x.ToMatrix()[1, 2]);
        Assert.Equal(x.ToArray(), Tensor.FromMatrix(x.ToMatrix()).ToArray());
        Assert.Equal(x[0].ToArray(), Tensor.FromVector(x[0].ToVector()).ToArray());
    }
}
