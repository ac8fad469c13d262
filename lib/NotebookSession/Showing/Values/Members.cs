using System.Reflection;
using NotebookSession.Errors;

namespace NotebookSession.Showing.Values;

/// <summary>The public properties and fields of an object, with their values.</summary>
internal static class Members
{
    /// <summary>Name and value of each in the order declared, base classes first; one that a derived class hides is left out.</summary>
    public static IReadOnlyList<(string Name, object? Value)> Of(object value) =>
        [.. In(value.GetType()).Select(member => (member.Name, ValueOf(member, value)))];

    /// <summary>Whether there are any.</summary>
    public static bool Any(Type type) => In(type).Any();

    private static IEnumerable<MemberInfo> In(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance)
        .Where(IsReadable)
        .GroupBy(member => member.Name)
        .Select(sameName => sameName.MaxBy(member => Depth(member.DeclaringType!))!)
        .OrderBy(member => Depth(member.DeclaringType!))
        .ThenBy(member => member.MetadataToken);

    private static bool IsReadable(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters() is []
            && CanBeBoxed(property.PropertyType),
        FieldInfo field => CanBeBoxed(field.FieldType),
        _ => false,
    };

    private static bool CanBeBoxed(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsFunctionPointer;

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;

    private static object? ValueOf(MemberInfo member, object value)
    {
        try
        {
            return member is PropertyInfo property ? property.GetValue(value) : ((FieldInfo)member).GetValue(value);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not OperationCanceledException)
        {
            return new Verbatim($"({RuntimeErrors.Headline(failure.InnerException!)})", "text/plain");
        }
    }
}
