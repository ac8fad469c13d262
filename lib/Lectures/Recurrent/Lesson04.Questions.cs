using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson04
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "A network is to keep what it has noted, and to ignore the current word. What should its gates be?",
            [
                "Forget gate near 0, input gate near 1",
                "Forget gate near 1, input gate near 0",
                "Forget gate near 1, input gate near 1",
            ],
            answer: 2,
            why: "The forget gate says how much of the memory stays, so it must be near 1 to keep. "
                + "The input gate says how much of the word is written."),
        Quiz.Ask(
            "Why does a fresh LSTM, with biases near 0, pass so little gradient back over 50 steps?",
            [
                "Its forget gates are near 0.5, and the memory's gradient takes one of them as a factor at each step",
                "The tanh of the memory squashes the gradient at each step",
                "Addition makes gradients small",
            ],
            answer: 1,
            why: "From memory to memory the factor is f, and no tanh is on the way. "
                + "0.5 to the power of 50 is about 10⁻¹⁵."),
        Quiz.Ask(
            "What does a forget bias of 3 guarantee?",
            [
                "That the network remembers everything",
                "That training succeeds",
                "Nothing for good: it is where training starts, and training may move it",
            ],
            answer: 3,
            why: "It opens the forget gates at the start, so that gradients get through. "
                + "The bias is a parameter like any other, and the gates still depend on word and state."),
        Quiz.Ask(
            "What does the output gate do to the memory?",
            ["It erases what was shown", "Nothing: it only decides what h shows of it", "It adds to it"],
            answer: 2,
            why: "h = o ⊙ tanh(c), and c itself goes on as it is. "
                + "A network can keep something to itself until it is needed."),
    ];
}
