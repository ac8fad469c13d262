using CsCheck;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class StatesInThePlane
{
    // states = (1, 2, 3, 4, 5) + 3 a u + b v on an ellipse, u and v orthonormal: variances 9 : 1, and no other
    private readonly Tensor _u = Tensor.FromArray([0.6f, 0, 0.8f, 0, 0]), _v = Tensor.FromArray([0, 0, 0, -1f, 0]);
    private readonly Tensor _where, _states;

    public StatesInThePlane()
    {
        var angles = Enumerable.Range(0, 12).Select(i => i * Math.Tau / 12);
        _where = Tensor.FromArray([.. angles.SelectMany(a => new[] { 3 * (float)Math.Cos(a), (float)Math.Sin(a) })], 12, 2);
        _states = _where.MatMul(Tensor.Stack([_u, _v])) + Tensor.Arange(5) + 1;
    }

    [Fact]
    public void The_plane_is_found()
    {
        var components = PrincipalComponents.Of(_states.Reshape(3, 4, 5)); // (batch, length, hidden)

        Agree(Tensor.FromArray([1f, 2, 3, 4, 5]), components.Mean);
        Agree(Tensor.FromArray([0.9f, 0.1f, 0, 0, 0]), components.Shares);
        Agree(Tensor.Stack([_u, -_v]), components.Directions[..2]); // the largest number is positive
        Agree(Identity(5), components.Directions.MatMul(components.Directions.Transpose()));
    }

    [Fact]
    public void States_are_projected_to_where_they_lie_in_it()
    {
        var components = PrincipalComponents.Of(_states);
        var expected = _where * Tensor.FromArray([1f, -1]);

        Agree(expected, components.Project(_states));
        Agree(expected.Reshape(3, 4, 2), components.Project(_states.Reshape(3, 4, 5)));
        Agree(expected[.., ..1], components.Project(_states, dimensions: 1));
    }

    [Fact]
    public void All_dimensions_together_keep_every_distance()
    {
        Gen.Select(Gen.Int[2, 9], Gen.Int[1, 9], Gen.Long).Sample((count, hidden, seed) =>
        {
            var states = Tensor.Randn(new TorchRandom(seed), count, hidden);
            var components = PrincipalComponents.Of(states);
            var (kept, projected) = (Math.Min(count, hidden), components.Project(states, Math.Min(count, hidden)));

            Agree(Tensor.FromArray([1f]).Reshape(), components.Shares.Sum());
            Agree(Identity(kept), components.Directions.MatMul(components.Directions.Transpose()));
            Agree(states - components.Mean, projected.MatMul(components.Directions));
        }, iter: 200);
    }

    [Fact]
    public void States_without_directions_are_refused()
    {
        Refused.With<ArgumentException>(
            "states is (1, 5), expected (…, hidden) with two states or more.", () => PrincipalComponents.Of(Tensor.Ones(1, 5)));
        Refused.With<ArgumentException>("states is (5), expected", () => PrincipalComponents.Of(Tensor.Ones(5)));
        Refused.With<ArgumentException>("states is (), expected", () => PrincipalComponents.Of(Tensor.Zeros()));
        Refused.With<ArgumentException>("All states are the same", () => PrincipalComponents.Of(Tensor.Ones(3, 5)));
        Refused.With<ArgumentException>(
            "states holds NaN at position 0", () => PrincipalComponents.Of(Tensor.Full(float.NaN, 3, 5)));
        var components = PrincipalComponents.Of(_states);
        Refused.With<ArgumentException>("states is (2, 4), expected (…, 5).", () => components.Project(Tensor.Ones(2, 4)));
        Refused.With<ArgumentOutOfRangeException>("dimensions is 6, expected 1 to 5.", () => components.Project(_states, 6));
    }

    private static Tensor Identity(int n) =>
        Tensor.FromArray([.. Enumerable.Range(0, n * n).Select(i => i % (n + 1) == 0 ? 1f : 0)], n, n);

    private static void Agree(Tensor expected, Tensor actual) =>
        Assert.True(actual.AllClose(expected, absolute: 1e-5f), $"expected {expected}\nactual {actual}");
}
