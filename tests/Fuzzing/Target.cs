namespace Fuzzing;

/// <summary>A reader of what strangers wrote.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Make">Makes an input; all that is random comes from its argument.</param>
/// <param name="Check">Reads it, and throws if what comes back is wrong. What a reader is to refuse, it must catch here.</param>
internal sealed record Target(string Name, Func<Random, string> Make, Action<string> Check);
