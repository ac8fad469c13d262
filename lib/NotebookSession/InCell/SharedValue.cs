using System.Collections.Concurrent;

namespace NotebookSession.InCell;

/// <summary>A value on its way from one language to another: the code that declares its variable takes it from here.</summary>
public static class SharedValue
{
    private static readonly ConcurrentDictionary<string, object?> _given = [];
    private static int _count;

    /// <summary>The value that was given for that key, once.</summary>
    public static T Take<T>(string key) => _given.TryRemove(key, out var value) ? (T)value! : throw new InvalidOperationException("The value has been taken.");

    /// <summary>Keeps a value until it is taken; the key is for the code that takes it.</summary>
    internal static string Give(object? value)
    {
        var key = $"{Interlocked.Increment(ref _count)}";
        _given[key] = value;
        return key;
    }
}
