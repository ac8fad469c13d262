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
        foreach (var line in attempt.Errors.Concat(attempt.Others.Select(cell => $"differs {cell.Difference}")))
        {
            Console.WriteLine($"\t{Short(line)}");
        }
    }
});

foreach (var lack in attempts.Where(attempt => attempt.Entry.CanRun && attempt.Lack is not null).GroupBy(attempt => attempt.Lack))
{
    Console.WriteLine($"{lack.Count()} lack {lack.Key} here");
}

var able = attempts.Where(attempt => attempt.IsAble).ToList();
var clean = able.Count(attempt => attempt.IsClean);
Console.WriteLine($"{attempts.Count} notebooks ({listed.Count - attempts.Count} have no checkout); of {able.Count} that can run here {clean} ran clean: {100.0 * clean / able.Count:F0} %");
var compared = attempts.SelectMany(attempt => attempt.Compared).ToList();
Console.WriteLine($"{compared.Count} cells have text in the file: {compared.Count(cell => cell.IsSame)} told the same, {compared.Count(cell => cell.Now is null)} failed, these told something else:");
foreach (var (attempt, cell) in attempts.SelectMany(attempt => attempt.Others.Select(cell => (attempt, cell))))
{
    Console.WriteLine($"\t{attempt.Entry.Repository}/{attempt.Entry.Path} {Short(cell.Difference)}");
}

return clean == able.Count ? 0 : 2;

static string Short(string line) => line.ReplaceLineEndings(" ") is { Length: > 220 } text ? text[..220] + "…" : line.ReplaceLineEndings(" ");
