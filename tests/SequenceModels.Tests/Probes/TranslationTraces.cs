using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class TranslationTraces
{
    public static TheoryData<string> Kinds => ["plain", "Luong, dot product", "Luong, additive", "Bahdanau"];

    [Theory, MemberData(nameof(Kinds))]
    public void Its_states_and_its_looks_are_those_of_all_steps_at_once(string kind)
    {
        var (model, source) = (Model(kind), Tensor.FromArray([5, 3, 8, 4], 1, 4));
        var trace = TranslationTrace.Of(model, source, maxLength: 6);

        int[] input = [1, .. trace.Written.Steps.Select(step => step.Token).SkipLast(1)];
        var encoded = model.Encoder.Forward(source);
        var output = model.Decoder.Forward(
            Tensor.FromArray(Array.ConvertAll(input, token => (float)token), 1, input.Length), model.Decoder.Start(encoded), encoded);

        Assert.True(encoded.Outputs[0].AllClose(trace.Read, absolute: 1e-6f));
        Assert.True(model.Decoder.Start(encoded).H[^1, 0].AllClose(trace.Start, absolute: 1e-6f));
        Assert.True(output.Last.H[^1, 0].AllClose(trace.States[^1], absolute: 1e-6f));
        Assert.Equal(kind == "Bahdanau", trace.AsksBefore);
        Assert.Equal(output.Weights is null, trace.Scores is null);
        if (output.Weights is not null)
        {
            Assert.True(output.Weights[0].AllClose(trace.Scores!.Softmax(), absolute: 1e-6f));
            Assert.True(trace.Written.Weights!.AllClose(trace.Scores.Softmax(), absolute: 1e-6f));
            Assert.True(trace.Contexts!.AllClose(trace.Scores.Softmax().MatMul(trace.Read), absolute: 1e-6f));
        }
    }

    [Fact]
    public void Several_sentences_are_refused() => Refused.With<ArgumentException>(
        "source is (2, 4), expected (1, length)", () => TranslationTrace.Of(Model("plain"), Tensor.Ones(2, 4)));

    private static Seq2Seq Model(string kind)
    {
        var rng = new TorchRandom(4);
        return kind switch
        {
            "plain" => Seq2Seq.Plain(9, 7, 4, 5, rng, CellKind.Lstm),
            "Luong, dot product" => Seq2Seq.WithAttention(9, 7, 4, 5, rng, attention: new DotProductAttention()),
            "Luong, additive" => Seq2Seq.WithAttention(9, 7, 4, 5, rng),
            _ => Seq2Seq.Bahdanau(9, 7, 4, 5, rng),
        };
    }
}
