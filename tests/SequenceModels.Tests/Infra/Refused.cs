namespace SequenceModels.Tests.Infra;

/// <summary>Bad input gets an error of the right kind whose message says what it should.</summary>
internal static class Refused
{
    public static void With<TException>(string message, Action action)
        where TException : Exception =>
        Assert.Contains(message, Assert.ThrowsAny<TException>(action).Message, StringComparison.Ordinal);

    public static void With<TException>(string message, Func<object?> function)
        where TException : Exception => With<TException>(message, () => { function(); });
}
