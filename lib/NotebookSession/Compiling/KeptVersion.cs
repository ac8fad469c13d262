namespace NotebookSession.Compiling;

/// <summary>An assembly that stays what it is, though another version is asked for.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">The one that stays.</param>
/// <param name="User">For what it stays: a library that is made with it, or its own name if it is loaded.</param>
/// <param name="Asked">The version that is asked for.</param>
internal sealed record KeptVersion(string Name, string Version, string User, string Asked)
{
    /// <summary>A line that says so.</summary>
    public string Line => User == Name
        ? $"{Name} {Version} is loaded already. Restart the kernel to use {Asked}.\n"
        : $"{Name} {Version} is used, which {User} is made with, not {Asked}.\n";
}
