using System.Diagnostics;
using System.Runtime.Versioning;
using Portability;

[assembly: SupportedOSPlatform("linux")] // where the emulators are

// dotnet run -c Release --project tests/Portability -- windows|arm64 [WORD], from the root of the repository; with a word, what has it in its name.
if (args is not [var name, .. { Length: <= 1 } only] || args.Contains("--help")
    || Machine.All.FirstOrDefault(machine => machine.Name == name) is not { } machine)
{
    Console.Error.WriteLine($"usage: {string.Join(" | ", Machine.All.Select(machine => machine.Name))} [WORD OF WHAT TO TRY]; each needs:");
    Console.Error.WriteLine(string.Join('\n', Machine.All.Select(machine => $"  {machine.Name,-8} {machine.Packages}; chromium, python3-nbclient")));
    return args.Contains("--help") ? 0 : 1;
}

var folder = Directory.CreateTempSubdirectory("portability-").FullName;
var shell = new Shell(folder);
var build = await Build.MakeAsync(machine, shell, folder);
var failed = 0;
foreach (var (what, attempt) in new Tries(machine, shell, build, folder).All.Where(one => only.All(one.Name.Contains)))
{
    var clock = Stopwatch.StartNew();
    try
    {
        await attempt();
        Console.WriteLine($"ran     {clock.Elapsed.TotalSeconds,5:F0} s  {what}");
    }
    catch (Exception e)
    {
        failed++;
        Console.WriteLine($"failed  {clock.Elapsed.TotalSeconds,5:F0} s  {what}: {e.Message}");
    }
}

Directory.Delete(folder, recursive: true);
Console.WriteLine($"{machine.Name}: {(failed == 0 ? "all ran" : $"{failed} failed")}");
return failed;
