using SequenceModels.Layers;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class Optimizers
{
    public static TheoryData<string, Func<Module, Optimizer>, float> Cases() => new()
    {
        { "optimizer-sgd-momentum", model => new Sgd(model.Parameters(), learningRate: 0.1f, momentum: 0.9f), 1e9f },
        { "optimizer-adam", model => new Adam(model.Parameters(), learningRate: 0.05f), 1e9f },
        { "optimizer-adam-clipped", model => new Adam(model.Parameters(), learningRate: 0.05f), 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Six_steps_agree_with_PyTorch(string name, Func<Module, Optimizer> make, float clipNorm)
    {
        var golden = Golden.Read(name);
        var model = new Linear(3, 2, new TorchRandom(0));
        model.Load(golden.ParametersOf(model, "start."));

        var steps = new Trainer(make(model), clipNorm).Run(
            Enumerable.Range(1, 6),
            _ => Loss.MeanSquaredError(model.Forward(golden["x"]), golden["y"]),
            cancellation: TestContext.Current.CancellationToken);

        golden.Agrees("losses", Tensor.FromArray([.. steps.Select(step => step.Loss)]));
        golden.Agrees("norms_before_clip", Tensor.FromArray([.. steps.Select(step => step.GradientNorm)]));
        Assert.All(model.NamedParameters(), named => golden.Agrees($"end.{named.Name}", named.Parameter));
    }

    [Fact]
    public void Clipping_shortens_to_the_limit_and_no_further()
    {
        var weight = new Parameter(Tensor.FromArray([3f, -4]));
        (weight * weight).Sum().Backward(); // gradient (6, −8)

        Assert.Equal(10, GradientClipping.ClipNorm([weight], maxNorm: 20));
        Assert.Equal([6f, -8], weight.Grad!.ToArray());
        Assert.Equal(10, GradientClipping.ClipNorm([weight], maxNorm: 1));
        Assert.Equal(1, GradientClipping.Norm([weight]), 1e-5);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    public void A_learning_rate_that_is_not_above_0_is_refused(float learningRate)
    {
        var parameters = new Linear(1, 1, new TorchRandom(0)).Parameters();

        Refused.With<ArgumentOutOfRangeException>(
            FormattableString.Invariant($"learningRate is {learningRate}, expected a finite number above 0."),
            () => new Sgd(parameters, learningRate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(parameters, learningRate));
    }
}
