namespace Course;

/// <summary>What the command's exit status means.</summary>
internal static class ExitStatus
{
    public const int Fine = 0;
    public const int WrongUsage = 1;
    public const int CellFailed = 2;
    public const int OutputsDiffer = 3;
    public const int NeedsMending = 4; // doctor
    public const int Stopped = 130; // as shells report Ctrl+C
}
