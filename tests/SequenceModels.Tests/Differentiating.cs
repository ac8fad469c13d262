using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class Differentiating
{
    [Fact]
    public void Gradients_add_up_over_uses_and_calls_until_cleared()
    {
        var x = Tensor.FromArray([3f]).RequireGrad();

        (x * x + x).Sum().Backward();
        Assert.Equal(7, x.Grad!.Item());
        (2 * x).Sum().Backward();
        Assert.Equal(9, x.Grad!.Item());
        x.ZeroGrad();
        Assert.Equal(0, x.Grad!.Item());
    }

    [Fact]
    public void A_result_s_gradient_is_of_the_latest_call()
    {
        var x = Tensor.FromArray([2f]).RequireGrad();
        var y = x * x;

        (3 * y).Sum().Backward();
        (5 * y).Sum().Backward();

        Assert.Equal(5, y.Grad!.Item());
        Assert.Equal(3 * 4 + 5 * 4, x.Grad!.Item());
    }

    [Fact]
    public void A_gradient_from_above_can_be_given()
    {
        var x = Tensor.FromArray([1f, 2, 3]).RequireGrad();

        (x * x).Backward(Tensor.FromArray([1f, 0, -1]));

        Assert.Equal([2f, 0, -6], x.Grad!.ToArray());
    }

    [Fact]
    public void Nothing_is_recorded_under_NoGrad_or_after_Detach()
    {
        var x = Tensor.FromArray([1f]).RequireGrad();
        using (Tensor.NoGrad())
        {
            Assert.False((x * 2).RequiresGrad);
        }

        Assert.False(x.Detach().RequiresGrad);
        Assert.True((x * 2).RequiresGrad);
    }

    [Fact]
    public void A_chain_of_100_000_steps_does_not_exhaust_the_stack()
    {
        var x = Tensor.FromArray([1f]).RequireGrad();
        var y = x;
        for (var i = 0; i < 100_000; i++)
        {
            y += 1;
        }

        y.Sum().Backward();

        Assert.Equal(1, x.Grad!.Item());
    }

    [Fact]
    public void Starting_from_the_wrong_place_is_explained()
    {
        var x = Tensor.FromArray([1f, 2]).RequireGrad();

        Refused.With<InvalidOperationException>("this tensor is (2): reduce it first", () => (x * 2).Backward());
        Refused.With<InvalidOperationException>("Nothing here asks for gradients", () => Tensor.Zeros().Backward());
    }

    [Fact]
    public void A_tensor_of_an_ended_step_cannot_be_read_and_its_memory_is_used_again()
    {
        var workspace = new Workspace();
        var weight = new Parameter(Tensor.Ones(2, 2));
        Tensor kept, lost;
        using (workspace.Step())
        {
            lost = weight * 3;
            kept = lost.Detach();
            lost.Sum().Backward();
        }

        using (workspace.Step())
        {
            Assert.Equal(8, (weight + 1).Sum().Item());
        }

        Assert.Equal([3f, 3, 3, 3], kept.ToArray());
        Assert.Equal([3f, 3, 3, 3], weight.Grad!.ToArray());
        Refused.With<InvalidOperationException>("belonged to a training step that has ended", () => lost.ToArray());
    }
}
