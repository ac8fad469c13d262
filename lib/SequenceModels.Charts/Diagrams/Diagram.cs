using SequenceModels.Probes;

namespace SequenceModels.Charts;

/// <summary>Diagrams of your own network, with the numbers of your own sentence on the arrows.</summary>
public static class Diagram
{
    /// <summary>A plain recurrent network twice: folded, as a cell that feeds itself, and unrolled, a copy for each
    /// word.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="trace">What the cell did at each of its words.</param>
    /// <param name="unit">The unit whose numbers are shown.</param>
    /// <exception cref="ArgumentException">No words or more than 16, or not one step of the trace a word.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static LivingDiagram Rnn(IReadOnlyList<string> words, RnnTrace trace, int unit = 0) =>
        RnnDiagram.Draw(words, trace, unit);

    /// <summary>An LSTM cell: where the memory and the hidden state go, and what each gate lets through.</summary>
    /// <inheritdoc cref="Rnn"/>
    public static LivingDiagram Lstm(IReadOnlyList<string> words, LstmTrace trace, int unit = 0) =>
        LstmDiagram.Draw(words, trace, unit);

    /// <summary>A GRU cell: what its update gate keeps and writes, and what its reset gate lets the candidate see.</summary>
    /// <inheritdoc cref="Rnn"/>
    public static LivingDiagram Gru(IReadOnlyList<string> words, GruTrace trace, int unit = 0) =>
        GruDiagram.Draw(words, trace, unit);

    /// <summary>An encoder that reads, and a decoder that writes from its last state.</summary>
    /// <param name="read">The words read.</param>
    /// <param name="written">The words written, &lt;eos&gt; included.</param>
    /// <param name="trace">What the translator did.</param>
    /// <param name="unit">The unit whose numbers are shown.</param>
    /// <exception cref="ArgumentException">Not one state a word, or more than 16 words on a side.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static LivingDiagram EncoderDecoder(
        IReadOnlyList<string> read, IReadOnlyList<string> written, TranslationTrace trace, int unit = 0) =>
        EncoderDecoderDiagram.Draw(read, written, trace, unit);

    /// <summary>Attention in a translator: who asks, how well each word read answers, and where the mixture goes. Luong's
    /// and Bahdanau's decoders differ in the first and the last.</summary>
    /// <inheritdoc cref="EncoderDecoder"/>
    public static LivingDiagram Attention(
        IReadOnlyList<string> read, IReadOnlyList<string> written, TranslationTrace trace, int unit = 0)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.AsksBefore
            ? BahdanauDiagram.Draw(read, written, trace, unit) : LuongDiagram.Draw(read, written, trace, unit);
    }

    /// <summary>Self-attention: a word asks all words of its own sentence, and gets a mixture of what they give.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="trace">What the layer did.</param>
    /// <param name="head">The head whose scores and weights are shown.</param>
    /// <param name="unit">Which of a vector's numbers is shown.</param>
    /// <exception cref="ArgumentException">Not one vector a word, or more than 16 words.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head or unit.</exception>
    public static LivingDiagram SelfAttention(
        IReadOnlyList<string> words, SelfAttentionTrace trace, int head = 0, int unit = 0) =>
        SelfAttentionDiagram.Draw(words, trace, head, unit);

    /// <summary>A Transformer block: attention and a feed-forward part, each with a way around it, and normalization.</summary>
    /// <inheritdoc cref="SelfAttention"/>
    public static LivingDiagram TransformerBlock(
        IReadOnlyList<string> words, TransformerTrace trace, int head = 0, int unit = 0) =>
        TransformerDiagram.Draw(words, trace, head, unit);
}
