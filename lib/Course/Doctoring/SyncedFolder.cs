namespace Course.Doctoring;

/// <summary>A folder that another program copies into a cloud: it opens files while they are being built or saved.</summary>
internal static class SyncedFolder
{
    private static readonly string[] _names = ["OneDrive", "Dropbox", "Google Drive", "iCloudDrive", "Mobile Documents", "CloudStorage", "Nextcloud"];

    /// <summary>The finding if the course lies in one; else null.</summary>
    public static Finding? Look(string course)
    {
        var parts = course.Split(Path.DirectorySeparatorChar);
        var name = _names.FirstOrDefault(name => parts.Any(part => part == name || part.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)));
        return name is null ? null : new Finding("Folder", Condition.Optional,
            $"the course lies in {name}, which opens files while they are built and saved: that is slow, and sometimes fails",
            $"Move the folder out of {name}, for example to {(OperatingSystem.IsWindows() ? @"C:\courses" : "your home")}");
    }
}
