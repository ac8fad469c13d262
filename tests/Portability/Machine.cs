namespace Portability;

/// <summary>A machine of the class that is not at hand, and what runs its programs here.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Runtime">What .NET calls it.</param>
/// <param name="Ending">How the names of its programs end, here.</param>
/// <param name="Emulator">The program that runs them.</param>
/// <param name="Packages">What has to be installed here first, as Debian names it.</param>
internal sealed record Machine(string Name, string Runtime, string Ending, string Emulator, string Packages)
{
    /// <summary>Those that can be tried.</summary>
    public static IReadOnlyList<Machine> All { get; } =
    [
        new("windows", "win-x64", ".exe", "wine", "wine64"),
        new("arm64", "linux-arm64", ".arm64", "qemu-aarch64-static",
            "qemu-user-static, and after `dpkg --add-architecture arm64`: libc6:arm64 libstdc++6:arm64 libssl3:arm64 zlib1g:arm64"),
    ];

    /// <summary>Puts a script in a program's place that runs it; the program's own children are started by it as well.</summary>
    public void Wrap(string program)
    {
        if (!File.Exists(program + Ending))
        {
            File.Move(program, program + Ending);
        }

        File.WriteAllText(program, $"#!/bin/sh\nexec {Emulator} \"$0{Ending}\" \"$@\"\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
    }

    /// <summary>The path here of a program that this machine names.</summary>
    public string Here(string program) =>
        Runtime.StartsWith("win", StringComparison.Ordinal) ? program["Z:".Length..^Ending.Length].Replace('\\', '/') : program;
}
