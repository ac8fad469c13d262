using System.Text.Json;

namespace SequenceModels.Tests.Infra;

/// <summary>One case computed by PyTorch (golden/generate.py): tensors by name.</summary>
internal sealed class Golden
{
    private const float Relative = 1e-5f, Absolute = 1e-6f;

    private readonly Dictionary<string, Tensor> _tensors;

    private Golden(Dictionary<string, Tensor> tensors) => _tensors = tensors;

    public Tensor this[string name] => _tensors[name];

    public static Golden Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf($"{name}.json")));
        return new Golden(document.RootElement.GetProperty("tensors").EnumerateObject().ToDictionary(
            entry => entry.Name,
            entry => Tensor.FromArray(
                [.. entry.Value.GetProperty("data").EnumerateArray().Select(number => number.GetSingle())],
                [.. entry.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())])));
    }

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "golden", file);

    /// <summary>The case's parameters: what a module of this kind loads.</summary>
    public Dictionary<string, Tensor> ParametersOf(Module module, string prefix = "") =>
        module.NamedParameters().ToDictionary(named => named.Name, named => this[prefix + named.Name]);

    /// <summary>The named value is PyTorch's to 1e-5 relative or 1e-6 absolute.</summary>
    public void Agrees(string name, Tensor actual)
    {
        Assert.Equal(this[name].Shape, actual.Shape);
        Assert.True(
            actual.AllClose(this[name], Relative, Absolute),
            $"{name}:\nexpected {this[name]}\nactual   {actual}");
    }

    /// <summary>The output is PyTorch's, and so are all gradients of its sum weighted by the case's probe.</summary>
    public void TrainingAgrees(Module module, Tensor x, Tensor output)
    {
        var loss = (output * this["probe"]).Sum();
        loss.Backward();

        Agrees("output", output);
        Agrees("loss", loss.Reshape(1));
        GradientsAgree(module);
        Agrees("grad.x", x.Grad!);
    }

    /// <summary>Every parameter's gradient is PyTorch's.</summary>
    public void GradientsAgree(Module module)
    {
        foreach (var (name, parameter) in module.NamedParameters())
        {
            Agrees($"grad.{name}", parameter.Grad!);
        }
    }
}
