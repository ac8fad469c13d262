namespace NotebookSession.Compiling;

/// <summary>Which submission a name means now, and which submissions those need in turn.</summary>
internal sealed class Visibility
{
    private readonly Dictionary<string, List<(string? Signature, Submission Submission)>> _visible = [];
    private readonly Dictionary<Submission, HashSet<Submission>> _needs = [];
    private readonly HashSet<string> _usings = [];

    /// <summary>Hides what the submission redeclares, and notes what it mentions.</summary>
    public void Add(Submission submission)
    {
        _usings.UnionWith(submission.Root.Usings.Select(directive => directive.ToString()));
        foreach (var declaration in submission.Declarations)
        {
            if (!_visible.TryGetValue(declaration.Name, out var sameName))
            {
                _visible[declaration.Name] = sameName = [];
            }

            sameName.RemoveAll(earlier => declaration.Signature is null || earlier.Signature is null
                || earlier.Signature == declaration.Signature);
            sameName.Add((declaration.Signature, submission));
        }

        // What it declares itself, it doesn't need from others. A using directive may give meaning to anything after it.
        _needs[submission] = [.. Declarations.Mentions(submission.Root).Concat(_usings)
            .SelectMany(name => _visible.GetValueOrDefault(name, []))
            .Select(visible => visible.Submission)];
    }

    /// <summary>The submissions that a later cell can see, and those that they mention; the others are forgotten.</summary>
    public HashSet<Submission> Needed()
    {
        var needed = new HashSet<Submission>();
        var open = new Stack<Submission>(_visible.Values.SelectMany(sameName => sameName).Select(visible => visible.Submission));
        while (open.TryPop(out var submission))
        {
            if (needed.Add(submission))
            {
                foreach (var need in _needs[submission])
                {
                    open.Push(need);
                }
            }
        }

        foreach (var forgotten in _needs.Keys.Except(needed).ToList())
        {
            _needs.Remove(forgotten);
        }

        return needed;
    }
}
