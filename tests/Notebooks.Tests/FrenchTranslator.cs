using System.Collections.Concurrent;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>A translator as lesson 08 trains it, for 300 steps.</summary>
internal sealed class FrenchTranslator
{
    private static readonly ConcurrentDictionary<int, Lazy<FrenchTranslator>> _additive = [];

    private FrenchTranslator(int seed, Func<TorchRandom, Attention> score)
    {
        var rng = new TorchRandom(seed);
        Task = new MiniFrench(new TorchRandom(seed));
        var (english, french) = (Task.SourceVocabulary.Count, Task.TargetVocabulary.Count);
        (Words, Reader) = (new Embedding(english, 32, rng), new Gru(32, 64, rng));
        Model = new Seq2Seq(new Encoder(Words, Reader), new AttentionDecoder(
            new Embedding(french, 32, rng), new Gru(32, 64, rng), score(rng), new Linear(128, french, rng)));
        Train(Model, Task, rng, steps: 300, step => Early = step == 10 ? Forced(Task.Encode(Claims08.Example)).Weights![0].Detach() : Early);
        Test = Task.Encode(Task.HeldOut);
    }

    public MiniFrench Task { get; }

    public Embedding Words { get; }

    public Gru Reader { get; }

    public Seq2Seq Model { get; }

    public PairBatch Test { get; }

    /// <summary>How it looked at <see cref="Claims08.Example"/> after 10 steps, (written, read).</summary>
    public Tensor Early { get; private set; } = Tensor.Zeros(1);

    /// <summary>With the additive score; trained once a seed.</summary>
    public static FrenchTranslator Additive(int seed) => _additive.GetOrAdd(seed, _ => new(() =>
        new FrenchTranslator(seed, rng => new AdditiveAttention(64, 64, 64, rng)))).Value;

    public static FrenchTranslator Of(int seed, Attention score) => new(seed, _ => score);

    /// <summary>Each word's scores after the right words before, and where it looked.</summary>
    public DecoderOutput Forced(PairBatch pairs, EncodedSource? source = null)
    {
        var encoded = source ?? Model.Encoder.Forward(pairs.Source);
        return Model.Decoder.Forward(pairs.DecoderInput, encoded.Last, encoded);
    }

    public string Write(string sentence) =>
        Task.TargetVocabulary.Decode(Model.Greedy(Task.SourceVocabulary.Tokens(sentence))[0].Tokens);

    /// <summary>Whether each word is still right when the state that it looks at most is hidden.</summary>
    public IEnumerable<(string Word, bool StillRight)> Hiding(SentencePair pair)
    {
        var one = Task.Encode(pair);
        var (n, length) = (one.Target.Shape[1], one.Source.Shape[1]);
        var source = Model.Encoder.Forward(one.Source.Expand(n, length));
        var many = one with { DecoderInput = one.DecoderInput.Expand(n, n) };
        var seen = Forced(many, source).Weights![0].ArgMax().ToArray();
        var mask = seen.SelectMany(most => Enumerable.Range(0, length).Select(i => i == (int)most ? 0f : 1));
        var said = Forced(many, source with { Mask = Tensor.FromArray([.. mask], n, length) }).Logits.ArgMax();
        return Enumerable.Range(0, n).Select(t => (Token: one.Target[0, t].Item(), t))
            .Select(word => (Task.TargetVocabulary[(int)word.Token], said[word.t, word.t].Item() == word.Token));
    }

    /// <summary>How much the score of the word at place t hangs on each word read, (length).</summary>
    public Tensor Influence(PairBatch one, int t) => Saliency.Of(Words.Forward(one.Source), vectors =>
    {
        var (output, last) = Reader.Run(vectors);
        return Forced(one, new EncodedSource(output, last)).Logits[.., t, (int)one.Target[0, t].Item()];
    })[0];

    /// <summary>Trains a translator as lesson 08 does: Adam, from 0.015 down to nearly 0.</summary>
    public static void Train(Seq2Seq model, MiniFrench task, TorchRandom rng, int steps, Action<int>? after = null)
    {
        var adam = new Adam(model.Parameters(), 0.015f);
        foreach (var step in new Trainer(adam, clipNorm: 1).Steps(task.Batches(steps, 64, rng), model.Loss))
        {
            adam.LearningRate = 0.015f * Math.Max(0.02f, 1 - (float)step.Step / steps);
            after?.Invoke(step.Step);
        }
    }
}
