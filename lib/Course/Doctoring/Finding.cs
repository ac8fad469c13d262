namespace Course.Doctoring;

/// <summary>Whether something is as the course needs it.</summary>
internal enum Condition
{
    /// <summary>It is there and works.</summary>
    Fine,

    /// <summary>It is not there, and one way to use the course waits for it; the others do without.</summary>
    Optional,

    /// <summary>It is broken, or missing and needed: the checkup fails.</summary>
    Wrong,
}

/// <summary>What was found out about one thing.</summary>
/// <param name="Thing">What was looked at, in a word or two.</param>
/// <param name="Condition">How it stands.</param>
/// <param name="Says">What was found, in one line.</param>
/// <param name="Mend">The command that mends it, or what to do; null if nothing need be done.</param>
internal sealed record Finding(string Thing, Condition Condition, string Says, string? Mend = null);
