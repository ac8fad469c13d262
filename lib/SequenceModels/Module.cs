using SequenceModels.Saving;

namespace SequenceModels;

/// <summary>A network or a part of one: parameters with names, and smaller modules with names.</summary>
/// <remarks>
/// A cell of one's own derives from this, registers what it learns, and has a Forward that is its equation:
/// <code>
/// class LeakyCell : Module
/// {
///     readonly Linear _input, _state;
///     public LeakyCell(int inputs, int hidden, TorchRandom rng) =>
///         (_input, _state) = (Register("input", new Linear(inputs, hidden, rng)), Register("state", new Linear(hidden,
/// hidden, rng)));
///     public Tensor Forward(Tensor x, Tensor h) => 0.5f * h + 0.5f * (_input.Forward(x) + _state.Forward(h)).Tanh();
/// }
/// </code>
/// </remarks>
public abstract class Module
{
    private readonly List<(string Name, object Part)> _parts = [];

    /// <summary>How many numbers training adjusts.</summary>
    public int ParameterCount => Parameters().Sum(parameter => parameter.Shape.Size);

    /// <summary>All parameters in the order of registration, the smaller modules' under their path:
    /// <c>rnn.weight_ih_l0</c>.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> NamedParameters() =>
        _parts.SelectMany(part => part.Part is Module module
        ? module.NamedParameters().Select(inner => ($"{part.Name}.{inner.Name}", inner.Parameter))
        : [(part.Name, (Parameter)part.Part)]);

    /// <summary>All parameters in the order of registration.</summary>
    public IEnumerable<Parameter> Parameters() => NamedParameters().Select(named => named.Parameter);

    /// <summary>Writes every parameter to a file (safetensors), under its name; a failure leaves an old file as it
    /// was.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) =>
        Safetensors.Write(path, NamedParameters().ToDictionary(named => named.Name, named => (Tensor)named.Parameter));

    /// <summary>Sets every parameter from a file that <see cref="Save"/> or PyTorch wrote (safetensors).</summary>
    /// <exception cref="ArgumentException">It holds another model's parameters; nothing is changed then, and the message
    /// lists all that differ.</exception>
    /// <exception cref="SafetensorsFormatException">It is cut off, or no such file; nothing is changed then.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void Load(string path) => Load(Safetensors.Read(path), $"The values in {path}", nameof(path));

    /// <summary>Sets every parameter by its name (load_state_dict, strict).</summary>
    /// <exception cref="ArgumentException">Names are missing or unknown, or shapes differ; nothing is changed then, and
    /// the message lists all.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> values) => Load(values, "These values", nameof(values));

    /// <summary>Names a new parameter that starts with the given values.</summary>
    protected Parameter Register(string name, Tensor values)
    {
        var parameter = new Parameter(values);
        Add(name, parameter);
        return parameter;
    }

    /// <summary>Names a parameter that another module has too: both train it.</summary>
    private protected Parameter Register(string name, Parameter shared)
    {
        Add(name, shared);
        return shared;
    }

    /// <summary>Names a smaller module as part of this one.</summary>
    protected TModule Register<TModule>(string name, TModule module)
        where TModule : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        Add(name, module);
        return module;
    }

    private void Load(IReadOnlyDictionary<string, Tensor> values, string source, string argument)
    {
        ArgumentNullException.ThrowIfNull(values);
        var own = NamedParameters().ToDictionary(named => named.Name, named => named.Parameter);
        string[] faults =
        [
            .. own.Keys.Where(name => !values.ContainsKey(name)).Select(name => $"missing: {name} {own[name].Shape}"),
            .. values.Keys.Where(name => !own.ContainsKey(name))
                .Select(name => $"unexpected: {name} {values[name].Shape}"),
            .. own.Keys.Where(name => values.TryGetValue(name, out var value) && value.Shape != own[name].Shape)
                .Select(name => $"wrong shape: {name} is {values[name].Shape}, expected {own[name].Shape}"),
        ];
        if (faults.Length > 0)
        {
            throw new ArgumentException(
                $"{source} do not fit {GetType().Name}; {string.Join("; ", faults)}.", argument);
        }

        foreach (var (name, parameter) in own)
        {
            parameter.CopyFrom(values[name]);
        }
    }

    private void Add(string name, object part)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains('.', StringComparison.Ordinal)
            || _parts.Exists(other => other.Name == name))
        {
            throw new ArgumentException(
                $"A part of {GetType().Name} cannot be called \"{name}\": names are unique, not empty, and without dots.",
                nameof(name));
        }

        _parts.Add((name, part));
    }
}
