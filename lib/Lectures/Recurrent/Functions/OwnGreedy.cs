using System.Collections.Concurrent;
using Exercises.Functions;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;

namespace Lectures.Recurrent.Functions;

/// <summary>Writes word by word, the most probable at each step, up to &lt;eos&gt;.</summary>
/// <param name="next">One step of a decoder: from the word read and the state.</param>
/// <param name="start">The state to begin with.</param>
/// <param name="longest">The most words to write.</param>
/// <returns>The words written, &lt;eos&gt; at the end if it came.</returns>
public delegate IReadOnlyList<int> WordByWord(
    Func<int, RecurrentState, DecoderOutput> next, RecurrentState start, int longest);

/// <summary>The greedy loop, written by the student, and tried on small decoders that nobody has trained.</summary>
internal static class OwnGreedy
{
    private const int Bos = Vocabulary.BeginOfSentence, Eos = Vocabulary.EndOfSentence, Words = 9;

    private static readonly WordByWord[] _ways =
        [Loop(), Loop(fromStart: true), Loop(rereads: true), Loop(fromStart: true, rereads: true)];

    public static FunctionExercise<WordByWord> Exercise { get; } = new("your loop", Loop())
    {
        Inputs =
        [
            Writing("a sentence that ends early", 20, length => length is > 2 and < 6),
            Writing("a longer sentence", 20, length => length is > 5 and < 12),
            Writing("a sentence that does not end", 7, length => length > 7),
        ],
        Slips =
        [
            new(Loop(fromStart: true), "Your loop forgets: each step begins with the first state. Go on with output.Last."),
            new(Loop(rereads: true), "Your loop reads <bos> at each step. It has to read the word that it has just written."),
            new(Loop(fromStart: true, rereads: true), "Each step does the same: neither word nor state goes on to the next."),
            new(Loop(stops: false),
                "Your loop goes on after <eos>, to the last step. What is written after the end does not belong to the sentence."),
            new(Edited(written => written.Where(word => word != Eos)),
                "All words are right, only the <eos> at the end is missing: add the word first, then stop."),
            new(Edited(written => written.Prepend(Bos)),
                "<bos> is read, not written: begin with the first word that the decoder chooses."),
            new(Edited(written => written.Prepend(Bos).SkipLast(1)),
                "You keep the words that were read. Keep those that were chosen: from the first word to <eos>."),
            new(Edited(written => written.Take(1)), "That is one step. Does the loop end too early?"),
            new(Edited(written => written.Skip(1)), "The first word is missing: it is chosen in the first step, from <bos>."),
            new((next, start, longest) => Loop()(next, start, longest + 1),
                "Your loop writes one word more than `longest` where no <eos> comes."),
            new((next, start, longest) => Loop()(next, start, longest - 1),
                "Your loop writes one word less than `longest` where no <eos> comes."),
            new((next, start, longest) => Loop()(next, start, 20), "Your loop does not heed `longest`: a decoder may never write <eos>."),
        ],
        Hints =
        [
            "Three things have to go on to the next step: the word, the state, and the list. "
            + "And one thing has to end the loop.",
            "The word is the place of the largest score: (int)output.Logits.ArgMax().Item(). "
            + "The state is output.Last.",
            "word = …; state = output.Last; written.Add(word); if (word == Vocabulary.EndOfSentence) { break; }",
        ],
    };

    private static WordByWord Loop(bool fromStart = false, bool rereads = false, bool stops = true) =>
        (next, start, longest) =>
        {
            var (word, state, written) = (Bos, start, new List<int>());
            while (written.Count < longest && !(stops && written.LastOrDefault() == Eos))
            {
                var output = next(rereads ? Bos : word, state);
                word = (int)output.Logits.ArgMax().Item();
                state = fromStart ? start : output.Last;
                written.Add(word);
            }

            return written;
        };

    private static WordByWord Edited(Func<IEnumerable<int>, IEnumerable<int>> edit) =>
        (next, start, longest) => [.. edit(Loop()(next, start, longest))];

    // Random decoders differ in how long they write, and some in no more: one is drawn after the other until it fits.
    private static HiddenInput Writing(string size, int longest, Func<int, bool> fits)
    {
        var found = new ConcurrentDictionary<int, (Func<int, RecurrentState, DecoderOutput> Next, RecurrentState Start)>();
        return new(size, rng =>
        {
            var (next, start) = found.GetOrAdd(rng.Integer(0, int.MaxValue), seed => Fitting(new TorchRandom(seed), fits));
            return [Counted(next, longest), start, longest];
        });
    }

    private static (Func<int, RecurrentState, DecoderOutput> Next, RecurrentState Start) Fitting(TorchRandom rng, Func<int, bool> fits)
    {
        while (true)
        {
            var decoder = Decoder(rng);
            var written = _ways.Select(loop => loop(decoder.Next, decoder.Start, 20)).ToArray();
            if (fits(written[0].Count) && written.Distinct(EqualityComparer<IReadOnlyList<int>>.Create(
                (one, other) => one!.SequenceEqual(other!), words => words.Count)).Count() == _ways.Length)
            {
                return decoder;
            }
        }
    }

    private static (Func<int, RecurrentState, DecoderOutput> Next, RecurrentState Start) Decoder(TorchRandom rng)
    {
        var model = Seq2Seq.Plain(Words, Words, width: 4, hiddenSize: 6, rng);
        foreach (var parameter in model.Parameters())
        {
            parameter.CopyFrom(parameter * 4);
        }

        var encoded = model.Encoder.Forward(Tensor.RandInt(rng, 3, Words, 1, 4));
        return ((word, state) => model.Decoder.Forward(Tensor.FromArray([word], 1, 1), state, encoded), encoded.Last);
    }

    // A loop that never ends is stopped by its decoder.
    private static Func<int, RecurrentState, DecoderOutput> Counted(Func<int, RecurrentState, DecoderOutput> next, int longest)
    {
        var asked = 0;
        return (word, state) => asked++ < 20 * longest
            ? next(word, state)
            : throw new InvalidOperationException(
                $"the loop has asked for {asked} words and goes on, where at most {longest} are to be written.");
    }
}
