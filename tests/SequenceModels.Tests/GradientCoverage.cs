using System.Reflection;
using System.Text.RegularExpressions;
using SequenceModels.Layers;
using SequenceModels.Training;

namespace SequenceModels.Tests;

/// <summary>Whatever the tape can go through has a case against finite differences that names it.</summary>
public class GradientCoverage
{
    /// <summary>They return tensors, and have no derivative.</summary>
    private static readonly string[] _without = ["Grad", "ArgMax", "Detach", "RequireGrad"];

    private static readonly Dictionary<string, string> _signs = new()
    {
        ["op_Addition"] = "a + b",
        ["op_Subtraction"] = "a - ",
        ["op_Multiply"] = "a * b",
        ["op_Division"] = "a / b",
        ["op_UnaryNegation"] = "-a",
        ["get_Part"] = "x[",
    };

    [Fact]
    public void Every_operation_and_every_loss_has_a_case()
    {
        string[] cases = [.. TapeGradients.Operations().Select(row => row.Data.Item1)];
        var operations = typeof(Tensor)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Tensor) && (!method.IsStatic || TakesTensors(method)))
            .Concat(typeof(Loss).GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(method => method.Name).Distinct().Where(name => !_without.Contains(name.Replace("get_", "")));

        Assert.All(operations, name => Assert.Contains(cases, text => Names(text, name)));
    }

    [Fact]
    public void Every_layer_has_a_case()
    {
        string[] cases = [.. LayerGradients.Layers().Select(row => row.Data.Item1)];
        var layers = typeof(Linear).Assembly.GetExportedTypes().Where(type =>
            type.Namespace == typeof(Linear).Namespace && type.IsSubclassOf(typeof(Module)) && !type.IsAbstract);

        Assert.All(layers, layer => Assert.Contains(cases, text => Names(text, layer.Name)));
    }

    private static bool TakesTensors(MethodInfo method) => method.GetParameters().Any(parameter =>
        parameter.ParameterType == typeof(Tensor) || parameter.ParameterType == typeof(IReadOnlyList<Tensor>));

    private static bool Names(string text, string name) => _signs.TryGetValue(name, out var sign)
        ? text.Contains(sign, StringComparison.Ordinal)
        : Regex.IsMatch(text, $@"\b{name}\b");
}
