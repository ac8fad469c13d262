namespace Course.Page.Hosting;

/// <summary>What goes wrong in the server, on the standard error: it may quote a stranger's notebook.</summary>
internal sealed class TerminalLog : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Category(string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Terminal.Error.Line($"{logLevel}: {name}: {formatter(state, exception)}{(exception is null ? "" : $"\n{exception}")}".ReplaceLineEndings("\n"));
    }
}
