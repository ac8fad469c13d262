using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>Lesson 10's lab, written anew: networks that compete on film reviews, each with its best weights.</summary>
internal sealed class Lab(int seed)
{
    public FilmReviews Data { get; } = new(new TorchRandom(seed));

    private int Words => Data.Vocabulary.Count;

    public Run Averaging() => Train(rng => new FeedForward(Words, 16, rng, Mean).Scores, steps: 400, rate: 0.03f);

    public Run SideBySide() => Train(
        rng => new FeedForward(Words, 16 * FilmReviews.Length, rng, (x, _) => x.Reshape(x.Shape[0], -1)).Scores,
        steps: 400, rate: 0.03f);

    public Run Reading(
        int steps, float rate, float dropout = 0, int width = 16, int hidden = 32,
        Action<Func<Batch, double>>? note = null) => Train(
            rng => TextClassifier.Recurrent(Words, width, hidden, 2, rng, CellKind.Lstm, dropout).Forward,
            steps, rate, note);

    /// <summary>The share of these reviews that a network gets right.</summary>
    public double Right(Run run, Func<FilmReviews.Review, bool> which) =>
        run.Accuracy(Data.Encode([.. Data.Test.Where(which)]));

    private Run Train(
        Func<TorchRandom, Func<Tensor, Tensor>> make, int steps, float rate, Action<Func<Batch, double>>? note = null)
    {
        var rng = new TorchRandom(seed);
        var scores = make(rng);
        var model = (Module)scores.Target!;
        var (heldOut, best, lowest) = (Data.Encode(Data.HeldOut), Copy(), double.PositiveInfinity);
        var (atBest, last) = (0.0, 0.0);
        foreach (var _ in new Trainer(new Adam(model.Parameters(), rate), clipNorm: 1).Steps(
            Data.Batches(steps, 32, rng), batch => Loss.CrossEntropy(scores(batch.Inputs), batch.Targets))
            .Where(step => step.Step % 10 == 0))
        {
            var loss = Measure(heldOut).Loss;
            last = Measure(heldOut).Accuracy;
            (best, atBest, lowest) = loss < lowest ? (Copy(), last, loss) : (best, atBest, lowest);
            note?.Invoke(batch => Measure(batch).Accuracy);
        }

        model.Load(best);
        return new Run(batch => Measure(batch).Accuracy, atBest, last);

        Dictionary<string, Tensor> Copy() =>
            model.NamedParameters().ToDictionary(named => named.Name, named => named.Parameter.Detach());

        (double Loss, double Accuracy) Measure(Batch batch)
        {
            model.Eval();
            using var noTape = Tensor.NoGrad();
            var logits = scores(batch.Inputs);
            model.Train();
            return (Loss.CrossEntropy(logits, batch.Targets).Item(), logits.ArgMax().ToArray()
                .Zip(batch.Targets.ToArray(), (mine, label) => mine == label ? 1.0 : 0).Average());
        }
    }

    private static Tensor Mean(Tensor x, Tensor mask) => (x * mask.Unsqueeze(-1)).Sum(1) / mask.Sum(1).Unsqueeze(-1);

    /// <param name="Accuracy">With the best weights.</param>
    /// <param name="AtBest">On reviews held out, at the lowest loss there.</param>
    /// <param name="Last">On reviews held out, after the last step.</param>
    public sealed record Run(Func<Batch, double> Accuracy, double AtBest, double Last);

    private sealed class FeedForward : Module
    {
        private readonly Embedding _words;
        private readonly Linear _hidden, _scores;
        private readonly Func<Tensor, Tensor, Tensor> _sentence;

        public FeedForward(int words, int inputs, TorchRandom rng, Func<Tensor, Tensor, Tensor> sentence)
        {
            _words = Register("words", new Embedding(words, 16, rng));
            _hidden = Register("hidden", new Linear(inputs, 32, rng));
            _scores = Register("scores", new Linear(32, 2, rng));
            _sentence = sentence;
        }

        public Tensor Scores(Tensor tokens) => _scores.Forward(
            _hidden.Forward(_sentence(_words.Forward(tokens), Vocabulary.Mask(tokens))).Tanh());
    }
}
