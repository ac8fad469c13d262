using Exercises;
using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

public static partial class Lesson04
{
    /// <summary>A cell whose memory is only ever added to, the LSTM of 1997.</summary>
    public static Exercise OwnCell { get; } = new("your cell", new WithoutForgetting(2, 3, new TorchRandom(0)))
    {
        Judge = WrongWithCell,
        Hints =
        [
            "Take the LSTM's line for the memory, c' = f ⊙ c + i ⊙ g. "
            + "What is left of it when nothing is ever forgotten?",
            "Without forgetting, f is 1 everywhere: the old memory stays whole, and what i lets through of g is added.",
            "var c = state.C + i * …;",
        ],
    };

    private static string? WrongWithCell(object answer)
    {
        if (answer is not MemoryCell cell
            || cell.Parameters().ToArray() is not [{ Shape.Rank: 2 } weight, { Shape.Rank: 1 } bias])
        {
            return
                "This check is for the cell above, with its one Linear for all gates. "
                + "For a cell of another design, train it and look.";
        }

        var hidden = cell.HiddenSize;
        var (rng, inputs) = (new TorchRandom(1), weight.Shape[1] - hidden);
        var (x, h, before) = (Tensor.Randn(rng, 2, inputs), Tensor.Randn(rng, 2, hidden), Tensor.Randn(rng, 2, hidden));
        var sums = Tensor.Concat([x, h], axis: 1).Linear(weight, bias);
        Tensor Block(int gate) => sums[.., (gate * hidden)..((gate + 1) * hidden)];
        var (i, g, o) = (Block(0).Sigmoid(), Block(1).Tanh(), Block(2).Sigmoid());
        var after = cell.Forward(x, (h, before));
        bool Is(Tensor memory) => after.C.Shape == memory.Shape && after.C.AllClose(memory, 1e-4f, 1e-5f);
        return true switch
        {
            _ when Is(before) => throw new NotImplementedException(), // the stub's memory never changes
            _ when Is(before + i * g) => after.H.AllClose(o * after.C.Tanh(), 1e-4f, 1e-5f)
                ? null
                : "The memory is right, but the hidden state is not o ⊙ tanh(c): leave the return line as it was.",
            _ when Is(i * g) => "The old memory is gone at each step: add to state.C.",
            _ when Is(before + g) => "The input gate is missing: everything is written, whether it matters or not.",
            _ when Is(before + i) => "The candidate is missing: i says how much is written, g what.",
            _ when Is((1 - i) * before + i * g) =>
                "Your cell forgets: what i writes, it erases first. "
                + "That is a good cell (lesson 5), but here nothing is to be forgotten.",
            _ when Is(i * before + g) || Is(i * before + i * g) =>
                "Your cell forgets: i is multiplied with the old memory. Here all of that stays.",
            _ when Is((before + i * g).Tanh()) =>
                "The memory goes through a tanh at each step, as in an RNN. Leave it as the sum is.",
            _ when Is(h + i * g) => "You add to the hidden state, state.H. Add to the memory, state.C.",
            _ => "The new memory is not the old one plus i ⊙ g.",
        };
    }
}
