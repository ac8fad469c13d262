using Plotly.NET;
using Plotly.NET.LayoutObjects;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>What an LSTM does at each word: its three gates, and beside each what it acts on.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="trace">What the network did at each of its words.</param>
    /// <exception cref="ArgumentException">No words, or not one step of the trace a word.</exception>
    public static GenericChart Gates(IReadOnlyList<string> words, LstmTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        GatePanel[] panels =
        [
            new("i", "input gate", trace.I, true), new("g", "candidate", trace.G, false),
            new("f", "forget gate", trace.F, true), new("c", "memory", trace.C, false),
            new("o", "output gate", trace.O, true), new("h", "hidden state", trace.H, false),
        ];
        var tables = Array.ConvertAll(panels, panel => StateMap.Table(panel.Values, nameof(trace)));
        StateMap.Require(words, tables[0], nameof(trace));
        var bound = Math.Max(1, StateMap.Largest(tables[3]));
        var units = tables[0].GetLength(1);
        var chart = Figure.Draw(
            "An LSTM's gates and states at each word",
            "Left, the gates: faint is closed, green is open. Right, what each of them writes (g), keeps (c) and "
            + "shows (h). "
            + "Compare panels at one word, and follow a row to see one unit over time.",
            GatePanel.WordAxis(words, GatePanel.Main), GatePanel.UnitAxis(units, GatePanel.Main),
            3 * Math.Clamp(units * 13, 60, 150) + 90,
            panels.Zip(tables, (panel, table) => panel.Map(table, bound)).Select(GatePanel.Place));
        var layout = GenericChart.getLayout(chart).With(
            ("annotations", panels.Select((panel, number) => panel.Heading(number))));
        for (var number = 0; number < panels.Length; number++)
        {
            layout.With(
                ($"xaxis{GatePanel.Id(number)}", GatePanel.WordAxis(words, number)),
                ($"yaxis{GatePanel.Id(number)}", GatePanel.UnitAxis(units, number)));
        }

        return GenericChart.setLayout(layout, chart);
    }

    /// <summary>One of six small heatmaps, two in a row; numbered from 0, as they are read.</summary>
    private sealed record GatePanel(string Name, string Is, Tensor Values, bool IsGate)
    {
        /// <summary>The panel with the figure's own axes: at the bottom, where the words stand.</summary>
        public const int Main = 4;

        private const double Width = 0.46, Height = 0.25, Row = 0.375;

        /// <summary>What plotly.js adds to "x" and "y" for this panel's axes: nothing, 2, 3 …</summary>
        public static string Id(int number) => number == Main ? "" : $"{(number + 2) % 6 + 1}";

        public static Trace Place(Trace map, int number) =>
            map.With(("xaxis", $"x{Id(number)}"), ("yaxis", $"y{Id(number)}"));

        public static LinearAxis WordAxis(IReadOnlyList<string> words, int number) => Figure.Words(
            number < Main ? "" : "word", words).With(
            ("domain", number % 2 == 0 ? new[] { 0, Width } : [1 - Width, 1]),
            ("anchor", $"y{Id(number)}"),
            ("showticklabels", number >= Main),
            ("tickangle", words.Count * words.Max(word => word.Length) > 44 ? -60 : 0));

        public static LinearAxis UnitAxis(int units, int number) => Figure.Axis(
            number % 2 == 0 ? "unit" : "",
            ("domain", new[] { 1 - Row * (number / 2) - Height, 1 - Row * (number / 2) }),
            ("anchor", $"x{Id(number)}"), ("showgrid", false),
            ("range", new[] { units - 0.5, -0.5 }), ("dtick", Math.Max(1, (units + 3) / 4)));

        public Trace Map(float[,] table, float bound) => new Trace("heatmap").With(
            ("z", StateMap.Rows(table, decimals: 3)),
            ("zmin", Name == "c" ? -bound : IsGate ? 0 : -1), ("zmax", Name == "c" ? bound : 1),
            ("colorscale", IsGate ? Palette.Opening : Palette.Diverging),
            ("showscale", Name is "i" or "c" or "h"),
            ("colorbar", new
            {
                title = new { text = Name == "c" ? "c" : IsGate ? "i, f, o" : "g, h" },
                thickness = 12,
                outlinewidth = 0,
                nticks = 4,
                len = 0.34,
                y = Name == "c" ? 0.5 : IsGate ? 0.9 : 0.1
            }),
            ("xgap", 1), ("ygap", table.GetLength(1) > 20 ? 0 : 1),
            ("hovertemplate", $"%{{x}}, unit %{{y}}<br>{Name} = %{{z:.3f}}<extra></extra>"));

        public object Heading(int number) => new
        {
            text = $"<b>{Name}</b> {Is}",
            showarrow = false,
            xref = "paper",
            yref = "paper",
            font = new { size = 13 },
            x = number % 2 == 0 ? 0 : 1 - Width,
            xanchor = "left",
            y = 1 - Row * (number / 2),
            yanchor = "bottom"
        };
    }
}
