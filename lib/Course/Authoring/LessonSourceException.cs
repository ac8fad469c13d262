namespace Course.Authoring;

/// <summary>A lesson's source cannot be understood; the message is one line for its author.</summary>
public sealed class LessonSourceException(string message) : Exception(message);
