using Corpus;

// dotnet run -c Release --project tests/Corpus -- LIST FOLDER [SIDE BY SIDE]: other people's notebooks, of which a list tells the
// repositories and a folder holds the checkouts (FOLDER/owner/name). Nothing is fetched but the packages that they ask for.
if (args is not [var list, var folder, .. { Length: <= 1 } count] || args.Contains("--help"))
{
    Console.Error.WriteLine("usage: LIST.tsv (repo, path, result, cause) FOLDER WITH CHECKOUTS [HOW MANY SIDE BY SIDE]");
    return args.Contains("--help") ? 0 : 1;
}

var listed = Entry.Read(list);
var entries = listed.Where(entry => File.Exists(Path.Combine(folder, entry.Repository, entry.Path))).ToList();
if (entries.Count == 0)
{
    Console.Error.WriteLine($"{folder} holds none of the {listed.Count} notebooks of {list}; expected FOLDER/owner/name/path");
    return 1;
}

var limit = new ParallelOptions { MaxDegreeOfParallelism = count is [var n] ? int.Parse(n) : 1 };
var attempts = new List<Attempt>();
await Parallel.ForEachAsync(entries, limit, async (entry, _) =>
{
    var attempt = await Attempt.MakeAsync(entry, folder);
    lock (attempts)
    {
        attempts.Add(attempt);
        Console.WriteLine($"{(attempt.IsClean ? "clean" : "failed")}\t{entry.Expected}\t{entry.Repository}/{entry.Path}");
        foreach (var line in attempt.Errors.Concat(attempt.Differences.Select(difference => $"differs {difference}")))
        {
            Console.WriteLine($"\t{Short(line)}");
        }
    }
});

var able = attempts.Where(attempt => attempt.Entry.CanRun).ToList();
var clean = able.Count(attempt => attempt.IsClean);
Console.WriteLine($"{attempts.Count} notebooks ({listed.Count - attempts.Count} have no checkout); of {able.Count} that can run {clean} ran clean: {100.0 * clean / able.Count:F0} %");
return clean == able.Count ? 0 : 2;

static string Short(string line) => line.ReplaceLineEndings(" ") is { Length: > 220 } text ? text[..220] + "…" : line.ReplaceLineEndings(" ");
