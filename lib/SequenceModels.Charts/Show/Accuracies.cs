using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const double LabelHeight = 0.12; // of the axis: a label above a bar that ends so near below the dashed line would lie on it
    private const double Below = 0.05; // of chance: more than luck

    /// <summary>How often each model is right, beside what guessing would reach.</summary>
    /// <param name="accuracies">A model's name and its accuracy, from 0 to 1.</param>
    /// <exception cref="ArgumentException">No accuracy, or one outside 0 to 1.</exception>
    public static GenericChart Accuracies(params (string Name, double Accuracy)[] accuracies) =>
        Accuracies(0.5, accuracies);

    /// <inheritdoc cref="Accuracies(ValueTuple{string, double}[])" />
    /// <param name="chance">What guessing reaches: 1 / the number of classes, if they are equally frequent.</param>
    /// <param name="accuracies">A model's name and its accuracy, from 0 to 1.</param>
    public static GenericChart Accuracies(double chance, params (string Name, double Accuracy)[] accuracies)
    {
        ArgumentNullException.ThrowIfNull(accuracies);
        if (accuracies.Length == 0)
        {
            throw new ArgumentException("There is no accuracy to show.", nameof(accuracies));
        }

        foreach (var (name, accuracy) in accuracies.Where(pair => pair.Accuracy is not (>= 0 and <= 1)))
        {
            var given = accuracy.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException(
                $"The accuracy of {name} is {given}, expected a share from 0 to 1."
                + (accuracy is > 1 and <= 100 ? " Given in percent?" : ""), nameof(accuracies));
        }

        return Figure.Draw(
            "Accuracy on sentences not seen in training",
            string.Create(CultureInfo.InvariantCulture,
                $"The dashed line is what guessing reaches, {chance:0.#%}: a bar that ends there has learned nothing")
                + (accuracies.Any(pair => pair.Accuracy < chance - Below)
                    ? ", one that ends below it something that misleads." : "."),
            Figure.Words("model", [.. accuracies.Select(pair => pair.Name)]),
            Figure.Axis("accuracy", ("range", new[] { 0, 1.08 }), ("tickformat", ".0%"), ("dtick", 0.25)),
            280,
            new Trace("bar").With(
                ("y", accuracies.Select(pair => pair.Accuracy)),
                ("width", Enumerable.Repeat(0.55, accuracies.Length)),
                ("marker", new { color = accuracies.Select((_, number) => Palette.Series(number)) }),
                ("texttemplate", "%{y:.1%}"),
                ("textposition", accuracies.Select(pair => pair.Accuracy < chance && pair.Accuracy > chance - LabelHeight ? "inside" : "outside")),
                ("hovertemplate", "%{y:.1%}<extra></extra>"), ("showlegend", false)),
            new Trace("scatter").With(
                ("name", "guessing"), ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                ("x", new[] { -0.5, accuracies.Length - 0.5 }), ("y", new[] { chance, chance }),
                ("line", new { color = Palette.Reference, dash = "dash", width = 2 })));
    }
}
