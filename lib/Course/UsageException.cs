namespace Course;

/// <summary>The command was asked for something it cannot do; the message is the line that says so.</summary>
public sealed class UsageException(string message) : Exception(message);
