using SequenceModels.Layers;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class RecurrentNetworks
{
    [Fact]
    public void Seed_42_gives_the_lecture_s_hidden_states()
    {
        var golden = Golden.Read("lecture-rnn-trace");
        var rng = new TorchRandom(42);
        var cell = new RnnCell(inputSize: 4, hiddenSize: 3, rng);
        var embeddings = Tensor.Randn(rng, 4, 4);

        var h = Tensor.Zeros(1, 3);
        var states = new List<Tensor>();
        for (var t = 0; t < 4; t++)
        {
            h = cell.Forward(embeddings[t].Unsqueeze(0), h);
            states.Add(h[0]);
        }

        golden.Agrees("embeddings", embeddings);
        golden.Agrees("states", Tensor.Stack(states));
        Assert.All(cell.NamedParameters(), named => golden.Agrees(named.Name, named.Parameter));
        Assert.Equal(
            ["-0.98 -0.90 0.54", "-0.92 -0.63 0.22", "-0.96 -0.74 0.13", "-0.97 -0.91 0.92"],
            states.Select(state =>
                string.Join(' ', state.ToArray().Select(value => FormattableString.Invariant($"{value:F2}")))));
    }

    [Theory]
    [InlineData("rnn-tanh", Nonlinearity.Tanh)]
    [InlineData("rnn-relu", Nonlinearity.Relu)]
    public void A_network_and_all_its_gradients_agree_with_PyTorch(string name, Nonlinearity nonlinearity)
    {
        var golden = Golden.Read(name);
        var rnn = new Rnn(3, 4, new TorchRandom(0), nonlinearity: nonlinearity);
        rnn.Load(golden.ParametersOf(rnn));
        var (x, h0) = (golden["x"].RequireGrad(), golden["h_0"].RequireGrad());

        var (output, hN) = rnn.Forward(x, h0);
        var loss = (output * golden["probe"]).Sum();
        loss.Backward();

        golden.Agrees("output", output);
        golden.Agrees("h_n", hN);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(rnn);
        golden.Agrees("grad.x", x.Grad!);
        golden.Agrees("grad.h_0", h0.Grad!);
    }

    [Fact]
    public void Shapes_are_the_lecture_s_and_the_last_output_is_the_final_state()
    {
        var rng = new TorchRandom(1);
        var (output, hN) = new Rnn(64, 128, rng).Forward(Tensor.Randn(rng, 2, 10, 64));

        Assert.Equal("(2, 10, 128)", output.Shape.ToString());
        Assert.Equal("(1, 2, 128)", hN.Shape.ToString());
        Assert.Equal(output[0, ^1].ToArray(), hN[0, 0].ToArray());
    }

    [Theory]
    [InlineData("lstm", 4, 5, 1)]
    [InlineData("lstm-two-layers", 3, 4, 2)]
    [InlineData("lstm-wide", 17, 33, 1)]
    public void An_LSTM_and_all_its_gradients_agree_with_PyTorch(string name, int inputs, int hidden, int layers)
    {
        var golden = Golden.Read(name);
        var lstm = new Lstm(inputs, hidden, new TorchRandom(0), layers);
        lstm.Load(golden.ParametersOf(lstm));
        var (x, h0, c0) = (golden["x"].RequireGrad(), golden["h_0"].RequireGrad(), golden["c_0"].RequireGrad());

        var (output, (hN, cN)) = lstm.Forward(x, (h0, c0));
        var loss = (output * golden["probe"]).Sum() + cN.Sum();
        loss.Backward();

        golden.Agrees("output", output);
        golden.Agrees("h_n", hN);
        golden.Agrees("c_n", cN);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(lstm);
        golden.Agrees("grad.x", x.Grad!);
        golden.Agrees("grad.h_0", h0.Grad!);
        golden.Agrees("grad.c_0", c0.Grad!);
    }

    [Fact]
    public void A_GRU_and_all_its_gradients_agree_with_PyTorch()
    {
        var golden = Golden.Read("gru");
        var gru = new Gru(4, 3, new TorchRandom(0));
        gru.Load(golden.ParametersOf(gru));
        var (x, h0) = (golden["x"].RequireGrad(), golden["h_0"].RequireGrad());

        var (output, hN) = gru.Forward(x, h0);
        var loss = (output * golden["probe"]).Sum();
        loss.Backward();

        golden.Agrees("output", output);
        golden.Agrees("h_n", hN);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(gru);
        golden.Agrees("grad.x", x.Grad!);
        golden.Agrees("grad.h_0", h0.Grad!);
    }

    [Fact]
    public void Wrong_shapes_are_explained()
    {
        var rng = new TorchRandom(1);
        var rnn = new Rnn(64, 128, rng);

        Refused.With<ArgumentException>(
            "x is (2, 64, 10), expected (batch, length, 64): swapped axes? Transpose(1, 2) swaps them back.",
            () => rnn.Forward(Tensor.Zeros(2, 64, 10)));
        Refused.With<ArgumentException>(
            "x is (10, 64), expected (batch, length, 64): is the batch axis missing?",
            () => rnn.Forward(Tensor.Zeros(10, 64)));
        Refused.With<ArgumentException>(
            "h0 is (2, 128), expected (1, 2, 128)",
            () => rnn.Forward(Tensor.Zeros(2, 10, 64), Tensor.Zeros(2, 128)));
    }
}
