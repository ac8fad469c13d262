using Course.Tests.Page;

namespace Course.Tests;

/// <summary>What doctor says of a course that lies elsewhere, or is not whole.</summary>
public sealed class LookingAtACourse : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_course_in_OneDrive_is_to_be_moved()
    {
        var ran = await DoctorOfAsync(_folder["OneDrive - University"], "");

        Assert.Matches(@"maybe  Folder      the course lies in OneDrive.*\n +→ Move the folder", ran.Output);
    }

    [Fact]
    public async Task What_the_first_cell_wrote_before_it_failed_is_told()
    {
        var ran = await DoctorOfAsync(_folder["course"], "Console.Error.WriteLine(\"no libssl\"); throw new Exception(\"a fault\");");

        Assert.Matches("WRONG  First cell  failed: a fault no libssl", ran.Output);
    }

    // A course of nothing but the command and what every lesson begins with.
    private async Task<CommandResult> DoctorOfAsync(string course, string setup)
    {
        Directory.CreateDirectory(Path.Combine(course, "notebooks"));
        await File.WriteAllTextAsync(Path.Combine(course, "NotebookCourse.sln"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(course, "notebooks", "setup.csx"), setup, TestContext.Current.CancellationToken);
        using var doctor = CourseCommand.StartCopy(
            ServingFromACopy.CopyTo(Path.Combine(course, "program")), course, [("HOME", _folder["home"])], ["doctor"]);
        return await CourseCommand.EndAsync(doctor);
    }
}
