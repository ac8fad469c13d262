using System.Globalization;
using Exercises;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Probes;

namespace Lectures.Recurrent;

public static partial class Lesson04
{
    /// <summary>Weights with which a single unit keeps the marked value: for each of i, f, g and o the weight of the
    /// mark, the weight of the value, and the bias.</summary>
    public static Exercise Latch { get; } = new(
        "your gates", new double[,] { { 20, 0, -10 }, { -20, 0, 10 }, { 0, 3, 0 }, { 0, 0, 10 } })
    {
        Judge = WrongWithGates,
        Hints =
        [
            "Write down for each gate when it must be open: at a mark, without one, or always. "
            + "A sum of 5 or more opens it, −5 or less closes it.",
            "The bias says what a gate does without a mark, bias + weight of the mark what it does at one. "
            + "The candidate must have the sign of the value.",
            "Input gate: [20, 0, -10], so −10 without a mark and +10 at one. "
            + "The forget gate does the opposite, and the output gate is always open.",
        ],
    };

    /// <summary>A cell of one unit with these gates, which do not look at its own state: each is the weight of the mark,
    /// the weight of the value, and the bias. A gate not given has 0 for all, and so is half open.</summary>
    /// <exception cref="ArgumentException">A gate is not three numbers.</exception>
    public static LstmCell OneUnit(double[]? input, double[]? forget, double[]? candidate, double[]? output)
    {
        double[][] gates = [.. new[] { input, forget, candidate, output }.Select(gate => gate ?? new double[3])];
        return gates.All(gate => gate.Length == 3)
            ? OneUnit(gates)
            : throw new ArgumentException(
                $"The gates have {string.Join(", ", gates.Select(gate => gate.Length))} numbers, expected 3 each: "
                + "the weight of the mark, the weight of the value, the bias.");
    }

    /// <summary>Streams of (mark, value): values +1 and −1, of which some, the first not among them, are
    /// marked.</summary>
    public static Tensor Streams(int count, int length, TorchRandom rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var streams = new float[2 * count * length];
        for (var step = 0; step < count * length; step++)
        {
            streams[2 * step] = step % length > 0 && rng.Integer(0, 6) == 0 ? 1 : 0;
            streams[2 * step + 1] = 2 * rng.Integer(0, 2) - 1;
        }

        return Tensor.FromArray(streams, count, length, 2);
    }

    private static LstmCell OneUnit(double[][] gates)
    {
        var cell = new LstmCell(inputSize: 2, hiddenSize: 1, new TorchRandom(0));
        float[] weights = [.. gates.SelectMany(gate => gate[..2]).Select(weight => (float)weight)];
        cell.WeightIh.CopyFrom(Tensor.FromArray(weights, 4, 2));
        cell.BiasIh.CopyFrom(Tensor.FromArray([.. gates.Select(gate => (float)gate[2])], 4));
        cell.WeightHh.CopyFrom(Tensor.Zeros(4, 1));
        cell.BiasHh.CopyFrom(Tensor.Zeros(4));
        return cell;
    }

    private static string? WrongWithGates(object answer)
    {
        if (Numbers.Of(answer) is not { Shape: [4, 3] } numbers || !numbers.Values.All(double.IsFinite))
        {
            return
                "Four gates are expected, three numbers each: "
                + "the weight of the mark, the weight of the value, the bias.";
        }

        var cell = OneUnit([.. numbers.Values.Chunk(3)]);
        var streams = Streams(count: 20, length: 40, new TorchRandom(4));
        return Enumerable.Range(0, 20).Select(stream => WrongIn(streams[stream], cell))
            .OfType<string>().FirstOrDefault();
    }

    // Right is a state of at least 0.5 with the sign of the last marked value, and nearly 0 before the first mark.
    private static string? WrongIn(Tensor stream, LstmCell cell)
    {
        var trace = LstmTrace.Of(cell, stream);
        var (wanted, since) = (0f, 0);
        for (var t = 0; t < stream.Shape[0]; t++)
        {
            var (marked, value, h) = (stream[t, 0].Item() == 1, stream[t, 1].Item(), trace.H[t, 0].Item());
            (wanted, since) = marked ? (value, 0) : (wanted, since + 1);
            if (wanted == 0 ? Math.Abs(h) > 0.1 : h * wanted < 0.5)
            {
                var expected = wanted == 0 ? "0" : Signed(wanted);
                return $"I ran it. {Where()}, where h should be {expected}, it is {Of(trace.H)}. {Why()}";

                string Where() =>
                    wanted == 0 ? "Before the first mark" : marked ? "At a mark" : $"{since} steps after a mark";
                string Of(Tensor part) => part[t, 0].Item().ToString("0.00;−0.00", CultureInfo.InvariantCulture);
                string Why() => (wanted, marked) switch
                {
                    (0, _) => $"Without a mark the input gate is {Of(trace.I)}: closed enough?",
                    (_, false) when trace.I[t, 0].Item() > 0.01 =>
                        $"Without a mark the input gate is {Of(trace.I)}: it lets other values in.",
                    (_, false) => $"Without a mark the forget gate is {Of(trace.F)}: it keeps that much at each step.",
                    (_, true) when trace.O[t, 0].Item() < 0.7 =>
                        $"The output gate is {Of(trace.O)}: it shows only that much.",
                    (_, true) when trace.I[t, 0].Item() < 0.7 =>
                        $"At the mark the input gate is {Of(trace.I)}: open enough?",
                    (_, true) when trace.G[t, 0].Item() * wanted < 0.7 =>
                        $"The value is {Signed(wanted)} and the candidate {Of(trace.G)}: it should be near the value.",
                    _ => $"At the mark the forget gate is {Of(trace.F)}: does the old memory have to go first?",
                };
            }
        }

        return null;
    }

    private static string Signed(float value) => value > 0 ? "+1" : "−1";
}
