using SequenceModels.Layers;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class AttentionLayers
{
    [Theory]
    [InlineData("attention-additive")]
    [InlineData("attention-dot")]
    [InlineData("attention-general")]
    [InlineData("attention-scaled-dot")]
    public void Context_weights_and_all_gradients_agree_with_PyTorch(string name)
    {
        var golden = Golden.Read(name);
        var rng = new TorchRandom(0);
        Attention attention = name switch
        {
            "attention-additive" => new AdditiveAttention(4, 4, 6, rng),
            "attention-general" => new DotProductAttention(4, 4, rng),
            _ => new DotProductAttention(scaled: name == "attention-scaled-dot"),
        };
        attention.Load(golden.ParametersOf(attention));
        var (query, keys) = (golden["query"].RequireGrad(), golden["keys"].RequireGrad());

        var (context, weights) = attention.Forward(query, keys, golden["mask"]);
        var loss = (context * golden["probe"]).Sum();
        loss.Backward();

        golden.Agrees("context", context);
        golden.Agrees("weights", weights);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(attention);
        golden.Agrees("grad.query", query.Grad!);
        golden.Agrees("grad.keys", keys.Grad!);
    }
}
