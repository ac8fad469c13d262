namespace Course.Authoring;

/// <summary>The two readings of a cell with an exercise in it.</summary>
/// <remarks>
/// <code>
/// // BEGIN SOLUTION
/// var answer = 3 * 4;
/// // STUB
/// int? answer = null;
/// // END SOLUTION
/// </code>
/// The solved notebook has the first part, the student's the second; what stands around the block is in both.
/// </remarks>
public static class Solution
{
    private const string Begin = "// BEGIN SOLUTION";
    private const string Stub = "// STUB";
    private const string End = "// END SOLUTION";

    private enum Part
    {
        Both,
        Solved,
        Student,
    }

    /// <summary>The cell as the student gets it.</summary>
    public static string ForStudent(string code) => Keep(code, Part.Student);

    /// <summary>The cell with the exercise solved.</summary>
    public static string Solved(string code) => Keep(code, Part.Solved);

    private static string Keep(string code, Part wanted)
    {
        var part = Part.Both;
        var kept = new List<string>();
        foreach (var line in code.Split('\n'))
        {
            switch (line.Trim(), part)
            {
                case (Begin, Part.Both):
                    part = Part.Solved;
                    break;
                case (Stub, Part.Solved):
                    part = Part.Student;
                    break;
                case (End, Part.Student):
                    part = Part.Both;
                    break;
                case (Begin or Stub or End, _):
                    throw new LessonSourceException($"'{line.Trim()}' out of turn: the order is '{Begin}', '{Stub}', '{End}'.");
                default:
                    if (part == Part.Both || part == wanted)
                    {
                        kept.Add(line);
                    }

                    break;
            }
        }

        return part == Part.Both ? string.Join('\n', kept) : throw new LessonSourceException($"'{End}' is missing.");
    }
}
