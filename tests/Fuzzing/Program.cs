using System.Globalization;
using Fuzzing;

// dotnet run -c Release --project tests/Fuzzing -- texts 100000 [seed]; a fault is made again by its reader's name, 1, and its seed.
if (args is not [var name, var number, ..] || !int.TryParse(number, CultureInfo.InvariantCulture, out var count) || Targets.Named(name) is not [_, ..] targets)
{
    Console.Error.WriteLine($"usage: READER COUNT [SEED]; readers: texts (all), {string.Join(", ", Targets.All.Select(target => target.Name))}");
    return 1;
}

var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
var failed = 0;
foreach (var target in targets)
{
    var began = TimeProvider.System.GetTimestamp();
    var faults = 0;
    foreach (var fault in Campaign.Run(target, count, seed, TimeSpan.FromSeconds(1)))
    {
        Console.WriteLine(fault);
        faults++;
    }

    Console.WriteLine($"{target.Name}: {count} inputs, {faults} faults, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
    failed += faults;
}

return failed == 0 ? 0 : 2;
