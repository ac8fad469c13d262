using System.Globalization;

namespace SequenceModels;

/// <summary>Prints as PyTorch does: four decimals, columns aligned, the middle left out of large tensors.</summary>
public partial class Tensor
{
    private const int LineWidth = 80, Edge = 3, Large = 1000;

    /// <summary>The numbers in nested brackets: <c>tensor([[ 0.3367,  0.1288], [ 0.2345,  0.2303]])</c>.</summary>
    public override string ToString()
    {
        var elide = Shape.Size > Large;
        var values = ToArray();
        var format = new NumberFormat(Positions(0, 0).Select(at => values[at]));
        return $"tensor({Brackets(0, 0)})";

        IEnumerable<int> Shown(int axis) => elide && Shape[axis] > 2 * Edge
            ? [.. Enumerable.Range(0, Edge), -1, .. Enumerable.Range(Shape[axis] - Edge, Edge)]
            : Enumerable.Range(0, Shape[axis]);

        IEnumerable<int> Positions(int axis, int start) => axis == Shape.Rank
            ? [start]
            : Shown(axis).Where(i => i >= 0).SelectMany(i => Positions(axis + 1, start * Shape[axis] + i));

        string Brackets(int axis, int start)
        {
            if (axis == Shape.Rank)
            {
                return format.Of(values[start]);
            }

            var parts = Shown(axis).Select(i => i >= 0
                ? Brackets(axis + 1, start * Shape[axis] + i)
                : axis == Shape.Rank - 1 ? " ..." : "...");
            var indent = new string(' ', "tensor(".Length + axis + 1);
            if (axis < Shape.Rank - 1)
            {
                return $"[{string.Join("," + new string('\n', Shape.Rank - 1 - axis) + indent, parts)}]";
            }

            var lines = parts.Chunk(Math.Max(1, (LineWidth - indent.Length + 1) / (format.Width + 2)));
            return $"[{string.Join(",\n" + indent, lines.Select(line => string.Join(", ", line)))}]";
        }
    }

    /// <summary>One format for all numbers shown: whole, four decimals, or, when the sizes differ widely, powers of
    /// ten.</summary>
    private sealed class NumberFormat
    {
        private readonly string _format = "0'.'";

        public NumberFormat(IEnumerable<float> values)
        {
            float[] counted = [.. values.Where(value => float.IsFinite(value) && value != 0)];
            var sizes = Array.ConvertAll(counted, Math.Abs);
            if (counted.Length > 0)
            {
                var whole = sizes.All(float.IsInteger);
                var wide = (double)sizes.Max() / sizes.Min() > 1000 || sizes.Max() > 1e8
                    || (!whole && sizes.Min() < 1e-4);
                _format = wide ? "0.0000e+00" : whole ? _format : "0.0000";
                Width = counted.Max(value => Text(value).Length);
            }
        }

        public int Width { get; } = 1;

        public string Of(float value) => Text(value).PadLeft(Width);

        private string Text(float value) =>
            float.IsFinite(value) ? ((double)value).ToString(_format, CultureInfo.InvariantCulture)
            : float.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
}
