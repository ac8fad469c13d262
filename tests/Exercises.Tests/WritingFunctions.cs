using Exercises.Functions;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Exercises.Tests;

public sealed class WritingFunctions
{
    private static readonly FunctionExercise<Layer> Exercise = new("your layer", (w, b, x) => (w * x + b).PointwiseTanh())
    {
        Inputs = [Sized(3, 4), Sized(5, 2), Sized(1, 1)],
        Slips =
        [
            new((w, b, x) => w * x + b, "the tanh is missing."),
            new((w, b, x) => (w.Transpose() * x + b).PointwiseTanh(), "w is transposed."),
        ],
        Hints = ["Look.", "Begin.", "Nearly."],
        Limit = TimeSpan.FromSeconds(60),
    };

    private delegate Vector<double> Layer(Matrix<double> w, Vector<double> b, Vector<double> x);

    [Fact]
    public void A_right_function_passes_in_any_form()
    {
        Passes((w, b, x) => (b + w * x).Map(Math.Tanh));
        Passes((w, b, x) => Vector<double>.Build.Dense(b.Count, i => Math.Tanh(w.Row(i) * x + b[i])));
    }

    [Fact]
    public void A_slip_is_told() => Says("the tanh is missing.", (w, b, x) => x * w.Transpose() + b);

    [Fact]
    public void A_slip_that_stops_with_an_error_is_told_as_well() =>
        Says("w is transposed.", (w, b, x) => (w.Transpose() * x + b).PointwiseTanh());

    [Fact]
    public void An_argument_that_is_not_used_is_named() =>
        Says("the same whatever `b` is", (w, b, x) => (w * x).PointwiseTanh());

    [Fact]
    public void A_constant_does_not_pass()
    {
        var seen = Exercise.Inputs[0].Draw(new TorchRandom(7001));
        var copied = Exercise.Right((Matrix<double>)seen[0], (Vector<double>)seen[1], (Vector<double>)seen[2]);

        Says("the same whatever the function is given", (_, _, _) => copied);
    }

    [Fact]
    public void What_is_right_for_some_sizes_only_is_told() =>
        Says("right for 3 × 4; 1 × 1, but for 5 × 2: ", (w, b, x) => b.Count == 5 ? b.Add(0.25) : (w * x + b).PointwiseTanh());

    [Fact]
    public void Code_that_stops_is_told_with_its_message() =>
        Says("the code stopped with IndexOutOfRangeException", (_, _, _) => Vector<double>.Build.Dense([Array.Empty<double>()[2]]));

    [Fact]
    public void No_result_is_told() => Says("the result is null", (_, _, _) => null!);

    [Fact]
    public void A_result_of_another_size_is_told() =>
        Says("for 3 × 4: the shape is (2), expected (3): one too few", (w, b, x) => (w * x + b).PointwiseTanh().SubVector(0, Math.Max(1, b.Count - 1)));

    [Fact]
    public void A_result_that_is_no_number_is_told() =>
        Says("a NaN at [0]", (w, b, x) => (w * x + b).Map(value => Math.Log(-Math.Abs(value))));

    [Fact]
    public void A_pattern_that_holds_on_all_inputs_is_told_without_a_size() =>
        Says("the sign is wrong; the rest is right.", (w, b, x) => -(w * x + b).PointwiseTanh());

    [Fact]
    public void A_function_that_changes_its_arguments_passes_with_a_word() =>
        Assert.Contains("changes one of its arguments", Exercise.Check((w, b, x) =>
        {
            b.Add(w * x, b);
            return b.PointwiseTanh();
        }).Message);

    [Fact]
    public void A_stub_is_not_answered_yet()
    {
        Assert.Equal(Outcome.Unanswered, Exercise.Check(null).Outcome);
        Assert.Equal(Outcome.Unanswered, Exercise.Check((_, _, _) => throw new NotImplementedException()).Outcome);
    }

    [Fact]
    public void A_function_that_does_not_end_is_told()
    {
        using var end = new ManualResetEventSlim();
        var hasty = new FunctionExercise<Layer>("your layer", Exercise.Right) { Inputs = Exercise.Inputs, Limit = TimeSpan.FromMilliseconds(50) };

        var verdict = hasty.Check((_, b, _) =>
        {
            end.Wait();
            return b;
        });
        end.Set();

        Assert.Equal(Outcome.Wrong, verdict.Outcome);
        Assert.Contains("is there a loop that never ends?", verdict.Message);
    }

    [Fact]
    public void Of_several_results_the_wrong_one_is_named()
    {
        var both = new FunctionExercise<Func<Vector<double>, (Vector<double>, double)>>("both", x => (2 * x, x.Sum()))
        {
            Parts = ["twice", "sum"],
            Inputs = [new("2 numbers", rng => [Drawn(rng, 2)]), new("3 numbers", rng => [Drawn(rng, 3)])],
        };

        Assert.True(both.Check(x => (x + x, x.Sum())).Passed);
        Assert.Contains("sum: ", both.Check(x => (2 * x, x.Sum() + 1)).Message);
    }

    [Fact]
    public void Its_hints_come_with_what_it_says()
    {
        Assert.Equal("Hint 2 of 3: Begin.", Exercise.Hint(2).ToString());
        Assert.Contains("<summary style=\"display: list-item; cursor: pointer\">Hint 3</summary><p>Nearly.</p>", Exercise.Check(null).ToHtml());
        Assert.DoesNotContain("<details>", Exercise.Check(Exercise.Right).ToHtml());
    }

    private static void Passes(Layer mine) => Assert.Equal("right, on 3 hidden inputs of different sizes.", Exercise.Check(mine).Message);

    private static void Says(string what, Layer mine)
    {
        var verdict = Exercise.Check(mine);

        Assert.Equal(Outcome.Wrong, verdict.Outcome);
        Assert.Contains(what, verdict.Message);
    }

    private static HiddenInput Sized(int rows, int columns) => new($"{rows} × {columns}",
        rng => [Tensor.Randn(rng, rows, columns).ToMatrix(), Drawn(rng, rows), Drawn(rng, columns)]);

    private static Vector<double> Drawn(TorchRandom rng, int count) => Tensor.Randn(rng, count).ToVector();
}
