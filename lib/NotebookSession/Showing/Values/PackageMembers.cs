using System.Reflection;

namespace NotebookSession.Showing.Values;

/// <summary>Methods of a package that is known by its names alone.</summary>
internal static class PackageMembers
{
    /// <summary>Calls a method of an object; null if there is none that takes those arguments.</summary>
    public static object? Call(object? target, string method, params object?[] arguments) =>
        target is null ? null : Invoke(target.GetType(), target, method, arguments);

    /// <summary>Calls a static method of a type that comes with the value.</summary>
    public static object? CallIn(object value, string type, string method, params object?[] arguments) =>
        TypeBeside(value, type) is { } found ? Invoke(found, null, method, arguments) : null;

    /// <summary>A static property of a type that comes with the value.</summary>
    public static object? Static(object value, string type, string property) =>
        TypeBeside(value, type)?.GetProperty(property, BindingFlags.Public | BindingFlags.Static)?.GetValue(null);

    private static object? Invoke(Type type, object? target, string name, object?[] arguments) => type
        .GetMethods(BindingFlags.Public | (target is null ? BindingFlags.Static : BindingFlags.Instance))
        .FirstOrDefault(method => method.Name == name && Takes(method.GetParameters(), arguments))
        ?.Invoke(target, arguments);

    private static bool Takes(ParameterInfo[] parameters, object?[] arguments) =>
        parameters.Length == arguments.Length
        && parameters.Zip(arguments).All(pair => pair.Second is null
            ? !pair.First.ParameterType.IsValueType
            : pair.First.ParameterType.IsInstanceOfType(pair.Second));

    // In the value's own assembly, or that of a base class: an Image<Rgba32> is made of two packages' types.
    private static Type? TypeBeside(object value, string name)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.Assembly.GetType(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
