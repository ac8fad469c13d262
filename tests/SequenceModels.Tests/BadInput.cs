using CsCheck;
using SequenceModels.Layers;
using SequenceModels.Numerics;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class BadInput
{
    private static readonly TorchRandom _rng = new(1);
    private static readonly Linear _linear = new(3, 2, _rng);
    private static readonly RnnCell _cell = new(3, 4, _rng);
    private static readonly Rnn _rnn = new(3, 4, _rng);

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Data_that_are_not_finite_are_refused_where_they_come_in(float value, string printed)
    {
        var (x, h, sound) = (With(value, 2, 3), With(value, 2, 4), Tensor.Zeros(2, 3));

        Says($"x holds {printed} at position 1 (of (2, 3)), expected finite numbers.", () => _linear.Forward(x));
        Says($"x holds {printed}", () => _cell.Forward(x, Tensor.Zeros(2, 4)));
        Says($"h holds {printed}", () => _cell.Forward(sound, h));
        Says($"x holds {printed}", () => _rnn.Forward(x.Unsqueeze(0)));
        Says($"h0 holds {printed}", () => _rnn.Forward(Tensor.Zeros(2, 5, 3), h.Unsqueeze(0)));
        Says($"x holds {printed}", () => new Unrolled(_cell).Forward(x.Unsqueeze(0)));
        Says($"logits holds {printed}", () => Loss.CrossEntropy(x, Tensor.Zeros(2)));
        Says($"targets holds {printed}", () => Loss.CrossEntropy(sound, With(value, 2)));
        Says($"prediction holds {printed}", () => Loss.MeanSquaredError(x, sound));
        Says($"target holds {printed}", () => Loss.MeanSquaredError(sound, x));
        Says($"tokens holds {printed}", () => new Embedding(5, 2, _rng).Forward(x));
    }

    [Fact]
    public void What_a_network_computed_may_be_infinite_whether_recorded_or_not()
    {
        Assert.True(float.IsNaN(Diverged()));
        using (Tensor.NoGrad())
        {
            Assert.True(float.IsNaN(Diverged()));
        }

        static float Diverged()
        {
            var x = _rnn.Forward(Tensor.Ones(2, 5, 3)).Output[.., ^1] * float.PositiveInfinity;
            var y = _linear.Forward(_rnn.Forward(x[.., ..3].Unsqueeze(0)).Output[.., .., ..3]);
            return Loss.MeanSquaredError(y, y).Item() + Loss.CrossEntropy(y, Tensor.Zeros(1, 2)).Item();
        }
    }

    [Fact]
    public void Layers_of_nothing_and_limits_of_nothing_are_refused()
    {
        Says("inputs is 0, expected at least 1.", () => new Linear(0, 2, _rng));
        Says("outputs is -1, expected at least 1.", () => new Linear(3, -1, _rng));
        Says("hiddenSize is 0, expected at least 1.", () => new RnnCell(3, 0, _rng));
        Says("layers is 0, expected at least 1.", () => new Rnn(3, 4, _rng, layers: 0));
        Says("count is 0, expected at least 1.", () => new Embedding(0, 4, _rng));
        Says("clipNorm is 0, expected a finite number above 0.",
            () => new Trainer(new Sgd(_linear.Parameters(), 0.1f), clipNorm: 0));
        Says("is the batch empty?", () => Tensor.FromArray(new float[0, 3]));
        Assert.Throws<ArgumentNullException>("x", () => _linear.Forward(null!));
        Assert.Throws<ArgumentNullException>("x", () => _rnn.Forward(null!));
    }

    [Fact]
    public void The_first_number_that_is_not_finite_is_found_wherever_it_is()
    {
        var bits = Gen.OneOf(Gen.Int, Gen.Const(0x7F800000), Gen.Const(unchecked((int)0xFF800000)), Gen.Const(-1));
        bits.Array[0, 70].Sample(numbers =>
        {
            var x = Array.ConvertAll(numbers, BitConverter.Int32BitsToSingle);
            Assert.Equal(Array.FindIndex(x, value => !float.IsFinite(value)), NonFinite.IndexIn(x));
        });
        Gen.Float[-float.MaxValue, float.MaxValue].Array[0, 70].Sample(x => Assert.Equal(-1, NonFinite.IndexIn(x)));
        Assert.Equal(-1, NonFinite.IndexIn([float.MaxValue, float.MinValue, float.Epsilon, -0f]));
    }

    private static Tensor With(float value, params int[] shape)
    {
        var numbers = new float[shape.Aggregate(1, (product, length) => product * length)];
        numbers[1] = value;
        return Tensor.FromArray(numbers, shape);
    }

    private static void Says(string message, Func<object?> function) =>
        Refused.With<ArgumentException>(message, function);
}
