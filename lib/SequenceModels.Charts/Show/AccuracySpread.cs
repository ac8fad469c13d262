using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const double Together = 0.4; // of the way to the next group: the models of one group

    /// <summary>How often models are right, each trained from several seeds: the mean, and how far seeds are
    /// apart.</summary>
    /// <param name="over">What the groups are: kinds of sentence, settings.</param>
    /// <param name="chance">What guessing reaches; without it the axis shows only where the accuracies are.</param>
    /// <param name="models">A name, and for each group the accuracy, from 0 to 1, of every seed.</param>
    /// <exception cref="ArgumentException">No model, one with other groups than the first or a group without seeds, or
    /// an accuracy outside 0 to 1.</exception>
    public static GenericChart AccuracySpread(
        string over, double? chance,
        params (string Name, IEnumerable<(string At, double[] Accuracies)> Groups)[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var series = models.Select(model => (model.Name, Groups: model.Groups.ToArray())).ToArray();
        if (series.Length == 0 || series.Any(model => model.Groups.Length == 0))
        {
            throw new ArgumentException(
                "There is no accuracy to show. Was the training run before this cell?", nameof(models));
        }

        string[] groups = [.. series[0].Groups.Select(group => group.At)];
        if (Array.Find(series, model => !model.Groups.Select(group => group.At).SequenceEqual(groups))
            is ({ } other, _))
        {
            throw new ArgumentException(
                $"{other} has other groups than {series[0].Name}: expected {string.Join(", ", groups)}.",
                nameof(models));
        }

        double[] all = [.. series.SelectMany(model => model.Groups).SelectMany(group => Accuracies(group.Accuracies))];
        var below = 1 - Math.Min(chance ?? 1, Math.Min(all.Min(), 0.98));
        var chart = Figure.Draw(
            $"Accuracy by {over}, over seeds",
            "A ring is one seed, the filled mark their mean. See where the rings of two overlap: there the seed may "
                + "make the difference." + (chance is { } guess ? Dashed(guess) : ""),
            Figure.Words(over, groups),
            Figure.Axis("accuracy",
                ("range", new[] { 1 - 1.1 * below, 1 + 0.08 * below }), ("tickformat", ".0%")),
            300,
            series.SelectMany((model, number) => Spread(model.Name, model.Groups, number, series.Length, LabelAt))
                .Concat(chance is null ? [] : [new Trace("scatter").With(
                    ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                    ("x", new[] { -0.5, groups.Length - 0.5 }), ("y", new[] { chance, chance }),
                    ("line", new { color = Palette.Reference, dash = "dash", width = 2 }))]));
        return GenericChart.setLayout(
            GenericChart.getLayout(chart).With(("shapes", Enumerable.Range(1, groups.Length - 1).Select(Between))), chart);

        static object Between(int group) => new
        {
            type = "line",
            x0 = group - 0.5,
            x1 = group - 0.5,
            y0 = 0,
            y1 = 1,
            yref = "paper",
            line = new { color = Palette.Grid, width = 1 }
        };

        // Beside the mark, but off the dashed line.
        string LabelAt(double mean) => chance is not { } line || Math.Abs(mean - line) > 0.05 * below ? "middle right"
            : mean < line ? "bottom right" : "top right";
    }

    private static IEnumerable<Trace> Spread(
        string name, (string At, double[] Accuracies)[] groups, int number, int models, Func<double, string> labelAt)
    {
        var place = models == 1 ? 0 : Together * (number / (models - 1.0) - 0.5) - 0.06; // room for the last label
        var colour = Palette.Series(number);
        yield return new Trace("scatter").With(
            ("name", Figure.Text(name)), ("mode", "markers"), ("showlegend", false), ("hoverinfo", "skip"),
            ("x", groups.SelectMany((group, at) => group.Accuracies.Select(_ => at + place))),
            ("y", groups.SelectMany(group => group.Accuracies.Select(accuracy => Math.Round(accuracy, 4)))),
            ("marker", new { color = colour, size = 12, symbol = "circle-open", line = new { width = 1.5 } }));
        double[] means = [.. groups.Select(group => Math.Round(group.Accuracies.Average(), 4))];
        yield return new Trace("scatter").With(
            ("name", Figure.Text(name)), ("mode", "markers+text"), ("showlegend", models > 1),
            ("x", groups.Select((_, at) => at + place)), ("y", means),
            ("texttemplate", "  %{y:.1%}"), ("textposition", means.Select(labelAt)), ("textfont", new { size = 11 }), ("cliponaxis", false),
            ("marker", new { color = colour, size = 8, symbol = number }),
            ("hovertemplate", "%{y:.1%}<extra>%{fullData.name}, mean</extra>"));
    }

    private static string Dashed(double guessing) => string.Create(
        CultureInfo.InvariantCulture, $" The dashed line is what guessing reaches, {guessing:0.#%}.");

    private static double[] Accuracies(double[] seeds)
    {
        if (seeds is null || seeds.Length == 0 || seeds.Any(accuracy => accuracy is not (>= 0 and <= 1)))
        {
            throw new ArgumentException(
                "Each group needs one accuracy or more, each a share from 0 to 1. Is one given in percent?",
                nameof(seeds));
        }

        return seeds;
    }
}
