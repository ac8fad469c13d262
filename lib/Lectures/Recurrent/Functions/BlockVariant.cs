using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent.Functions;

/// <summary>A Transformer block with one head, with the slips that students make in it.
/// <code>
///   x = x + W_o softmax(q kᵀ / √d) v       q, k, v from norm(x)
///   x = x + W_2 relu(W_1 norm(x))
/// </code>
/// </summary>
internal sealed record BlockVariant
{
    public bool NormFirst { get; init; } = true;

    public bool NormSecond { get; init; } = true;

    public bool AddsLooked { get; init; } = true;

    public bool AddsFed { get; init; } = true;

    public bool AddsNormalized { get; init; }

    public bool SideBySide { get; init; }

    public bool GoesOut { get; init; } = true;

    public bool Feeds { get; init; } = true;

    public Func<int, int, float> Scale { get; init; } = (width, _) => MathF.Sqrt(width);

    public Func<Tensor, Tensor, Tensor> Score { get; init; } = (q, k) => q.MatMul(k.Transpose());

    public Func<Tensor, Tensor, Tensor> Weights { get; init; } =
        (scores, hide) => scores.MaskedFill(hide, float.NegativeInfinity).Softmax();

    public Func<Tensor, Tensor> Inner { get; init; } = inner => inner.Relu();

    public Tensor Run(
        Tensor wQuery, Tensor wKey, Tensor wValue, Tensor wOut, Tensor wInner, Tensor wOuter, Tensor x, Tensor hide)
    {
        var (words, width) = (x.Shape[0], x.Shape[1]);
        var norm = new LayerNorm(width);
        var seen = NormFirst ? norm.Forward(x) : x;
        var scores = Score(seen.Linear(wQuery), seen.Linear(wKey)) / Scale(width, words);
        var mixed = Weights(scores, hide).MatMul(seen.Linear(wValue));
        var looked = GoesOut ? mixed.Linear(wOut) : mixed;
        var after = !AddsLooked ? looked : looked + (AddsNormalized ? norm.Forward(x) : x);
        if (!Feeds)
        {
            return after;
        }

        var into = SideBySide ? x : after;
        var fed = Inner((NormSecond ? norm.Forward(into) : into).Linear(wInner)).Linear(wOuter);
        return !AddsFed ? fed : fed + (AddsNormalized ? norm.Forward(after) : after);
    }
}
