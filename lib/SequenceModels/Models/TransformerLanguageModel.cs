using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Looks back at all places at once: Transformer blocks with a causal mask (Vaswani et al. 2017, the decoder without
/// a source).
/// <code>
///   x = embedding(tokens) + positions
///   x = block(x)                            causal, once for each block
///   logits = linear(norm(x))
/// </code>
/// </summary>
public sealed class TransformerLanguageModel : LanguageModel
{
    private readonly Embedding _embedding;
    private readonly SinusoidalPositions? _positions;
    private readonly TransformerBlock[] _blocks;
    private readonly LayerNorm _norm;
    private readonly Linear _linear;

    /// <summary>A model with PyTorch's initial values.</summary>
    /// <param name="words">The number of words, or characters, padding included.</param>
    /// <param name="width">The width of the vectors.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="heads">How many attend side by side; they share the width evenly.</param>
    /// <param name="blocks">How many blocks stand one upon the other.</param>
    /// <param name="positions">Whether places are marked.</param>
    /// <exception cref="ArgumentException">The width cannot be shared evenly.</exception>
    public TransformerLanguageModel(
        int words, int width, TorchRandom rng, int heads = 1, int blocks = 1, bool positions = true)
    {
        Expect.Positive(blocks);
        _embedding = Register("embedding", new Embedding(words, width, rng));
        _positions = positions ? new SinusoidalPositions(width) : null;
        _blocks = [.. Enumerable.Range(0, blocks).Select(n => Register($"block{n}", new TransformerBlock(width, rng, heads)))];
        _norm = Register("norm", new LayerNorm(width));
        _linear = Register("linear", new Linear(width, words, rng));
    }

    /// <summary>The blocks, the lowest first.</summary>
    public IReadOnlyList<TransformerBlock> Blocks => _blocks;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor tokens) =>
        _linear.Forward(_norm.Forward(_blocks.Aggregate(Embed(tokens), (x, block) => block.Forward(x, causal: true).Output)));

    /// <summary>What the lowest block gets: a vector for each place, with its position, (batch, length, width).</summary>
    /// <inheritdoc cref="Forward"/>
    public Tensor Embed(Tensor tokens)
    {
        Expect.Shape(tokens, ["batch", "length"]);
        var x = _embedding.Forward(tokens);
        return _positions?.Forward(x) ?? x;
    }
}
