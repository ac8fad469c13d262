namespace SequenceModels.Charts;

/// <summary>The library's scripts and its style sheet, ready to stand in a page.</summary>
internal static class Script
{
    /// <summary>Calls the script's function with arguments that are JavaScript already.</summary>
    public static string Call(string name, params string[] arguments) =>
        $"<script>{Read(name)}({string.Join(", ", arguments)});</script>";

    /// <summary>A file as it is, but for the remarks at the head of a script.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', lines).TrimEnd();
    }
}
