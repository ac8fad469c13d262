namespace SequenceModels.Tasks;

/// <summary>What one training step of a translator sees, filled up with padding.
/// <code>
///   DecoderInput   &lt;bos&gt; le   chat  assis
///   Target         le    chat assis &lt;eos&gt;
/// </code>
/// </summary>
/// <param name="Source">What the encoder reads, tokens (batch, source length).</param>
/// <param name="DecoderInput">What the decoder reads, one word behind, (batch, target length).</param>
/// <param name="Target">What the decoder is to write, (batch, target length).</param>
public sealed record PairBatch(Tensor Source, Tensor DecoderInput, Tensor Target);
