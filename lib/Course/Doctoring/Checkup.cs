namespace Course.Doctoring;

/// <summary>Everything that is looked at, in the order in which it rests on each other.</summary>
internal static class Checkup
{
    /// <summary>The findings, each as soon as it is made.</summary>
    /// <param name="course">The course's folder.</param>
    /// <param name="place">Where the student's lessons lie, or will.</param>
    public static async IAsyncEnumerable<Finding> LookAsync(string course, string place)
    {
        yield return await Sdk.LookAsync(course).ConfigureAwait(false);
        yield return BuiltLibraries.Look(course);
        yield return await FirstCell.LookAsync(course).ConfigureAwait(false);
        yield return AnnouncedKernel.Look();
        foreach (var finding in VsCode.Look())
        {
            yield return finding;
        }

        yield return Jupyter.Look();
        yield return Machine.Browser();
        yield return Port.Look(place);
        foreach (var finding in Machine.Folders(place))
        {
            yield return finding;
        }

        if (SyncedFolder.Look(place) is { } synced)
        {
            yield return synced;
        }

        if (await Fonts.LookAsync().ConfigureAwait(false) is { } fonts)
        {
            yield return fonts;
        }

        yield return Machine.Memory();
    }
}
