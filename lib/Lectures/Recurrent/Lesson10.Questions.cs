using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson10
{
    /// <summary>The quiz on the whole course.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "1. A network averages word vectors. What can it not do, however large it is?",
            [
                "Learn what a word means", "Tell two sentences apart that have the same words in another order",
                "Use a hidden layer"
            ],
            answer: 2,
            why: "The mean is the same for both, so everything computed from it is."),
        Quiz.Ask(
            "2. What does an RNN compute at each word?",
            ["tanh of the word's share plus the old state's share", "A new set of weights",
                "The mean of all words so far"],
            answer: 1,
            why: "h = tanh(W_ih x + b_ih + W_hh h₋₁ + b_hh), with the same weights at every word."),
        Quiz.Ask(
            "3. Why does a gradient vanish on its way back through a plain RNN?",
            [
                "The loss is small",
                "Each step multiplies it by W_hhᵀ and by slopes of tanh, which are at most 1",
                "Early words have smaller vectors",
            ],
            answer: 2,
            why: "If the product shrinks it a little at each step, 30 steps leave next to nothing."),
        Quiz.Ask(
            "4. What does clipping the gradient help against?",
            ["Vanishing", "Explosion", "Over-fitting"],
            answer: 2,
            why: "It limits a gradient that is too long. One that has vanished it cannot bring back."),
        Quiz.Ask(
            "5. A fresh LSTM has forget gates near 0.5. What lets it learn from a word 30 steps ago?",
            ["More units", "A larger learning rate", "A forget bias of about 3, so that the gates start nearly open"],
            answer: 3,
            why: "0.5³⁰ is a billionth, σ(3)³⁰ nearly a quarter. \"Addition\" alone does not keep anything: "
                + "the gate must be near 1."),
        Quiz.Ask(
            "6. Parameters of RNN, GRU and LSTM of the same sizes are as …",
            ["1 : 3 : 4", "1 : 2 : 3", "1 : 2 : 4"],
            answer: 1,
            why: "One block of weights for an RNN; three for r, z and n; four for i, f, g and o."),
        Quiz.Ask(
            "7. A plain encoder and decoder: through what does the decoder learn what the source said?",
            [
                "All the encoder's states", "The encoder's last state, of the same size for any source",
                "The source's word vectors"
            ],
            answer: 2,
            why: "That is the bottleneck: 5 words or 200, the same number of numbers."),
        Quiz.Ask(
            "8. In which order does attention work?",
            ["Normalize, score, combine", "Combine, score, normalize", "Score, normalize, combine"],
            answer: 3,
            why: "A score for each encoder state, a softmax over them, and the weighted sum of the states."),
        Quiz.Ask(
            "9. Self-attention without positions: you shuffle the words. What happens?",
            ["Each word's result is the same, only shuffled along", "All results change",
                "Only the first word's result changes"],
            answer: 1,
            why: "It treats its inputs as a set. That closes the circle to question 1: "
                + "order must be put in, as positions."),
        Quiz.Ask(
            "10. You tried ten settings, and picked the one with the best test accuracy. What is wrong?",
            [
                "Nothing, that is what a test is for",
                "The test has now helped to choose, so its number is too good to be true",
                "Ten settings are too few",
            ],
            answer: 2,
            why: "Choose by held-out data, and look at the test once, at the end."),
    ];
}
