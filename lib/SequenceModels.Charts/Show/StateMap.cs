using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>A heatmap of a value for each unit and word, colours centred on zero.</summary>
internal static class StateMap
{
    private const int MostAnnotated = 64;

    public static GenericChart Draw(
        string title, string see, IReadOnlyList<string> words, float[,] values, float bound, string name)
    {
        var units = values.GetLength(1);
        // Two more than are shown: what is rounded twice may end in another digit.
        var decimals = Math.Clamp(4 - (int)Math.Floor(Math.Log10(bound)), 0, 7);
        var missing = values.Cast<float>().Any(value => !float.IsFinite(value));
        var map = new Trace("heatmap").With(
            ("z", Rows(values, decimals)),
            ("zmin", -bound), ("zmax", bound),
            ("colorscale", Palette.Diverging),
            ("colorbar", new { title = new { text = name }, thickness = 14, outlinewidth = 0 }),
            ("xgap", words.Count > 40 ? 0 : 1), ("ygap", units > 40 ? 0 : 1),
            ("hovertemplate", $"%{{x}}, unit %{{y}}<br>{name} = %{{z:.3f}}<extra></extra>"),
            ("texttemplate", values.Length <= MostAnnotated ? "%{z:.2f}" : null),
            ("textfont", new { color = "black" }));
        return Figure.Draw(
            title, missing ? $"{see} Empty cells are not numbers (NaN): the network's values overflowed." : see,
            Figure.Words("word", words),
            Figure.Axis("hidden unit",
                ("range", new[] { units - 0.5, -0.5 }), ("dtick", units <= 16 ? 1 : null), ("showgrid", false)),
            Math.Clamp(units * 44, 120, 480), map);
    }

    public static void Require(IReadOnlyList<string> words, float[,] states, string name)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(states, name);
        if (words.Count == 0)
        {
            throw new ArgumentException("The sentence has no words, so there is no state to show.", nameof(words));
        }

        if (states.GetLength(0) != words.Count || states.GetLength(1) == 0)
        {
            throw new ArgumentException(
                $"{name} is {Size(states)}, expected ({words.Count}, units): one row for each word."
                + (states.GetLength(1) == words.Count ? " Swapped axes?" : ""), name);
        }
    }

    public static float[,] Table(Tensor states, string name)
    {
        ArgumentNullException.ThrowIfNull(states, name);
        if (states.Shape.Rank != 2 && (states.Shape.Rank != 3 || states.Shape[0] != 1))
        {
            throw new ArgumentException(
                $"{name} is {states.Shape}, expected (words, units): the states of one sentence."
                + (states.Shape.Rank == 3 ? $" Of a batch, pick one: {name}[0]." : ""), name);
        }

        var (words, units) = (states.Shape[^2], states.Shape[^1]);
        var table = new float[words, units];
        Buffer.BlockCopy(states.ToArray(), 0, table, 0, words * units * sizeof(float));
        return table;
    }

    public static float Largest(float[,] values) =>
        values.Cast<float>().Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();

    public static string Size(float[,] values) =>
        string.Create(CultureInfo.InvariantCulture, $"({values.GetLength(0)}, {values.GetLength(1)})");

    /// <summary>A row for each unit, as plotly.js takes it; what is not a number is left out.</summary>
    public static IEnumerable<IEnumerable<float?>> Rows(float[,] values, int decimals) =>
        Enumerable.Range(0, values.GetLength(1)).Select(unit => Row(values, unit, decimals));

    private static IEnumerable<float?> Row(float[,] values, int unit, int decimals) =>
        Enumerable.Range(0, values.GetLength(0)).Select(word => values[word, unit])
            .Select(value => float.IsFinite(value) ? MathF.Round(value, decimals) : (float?)null);
}
