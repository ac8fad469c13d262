// Makes the files that the lessons read, in Folder: what the command `data` runs.

#load "setup.csx"

using System.IO;
using NotebookSession.InCell;

Directory.CreateDirectory(Folder);
foreach (var file in Lectures.Recurrent.Data.DataFile.All)
{
    Console.WriteLine(Path.Combine(Folder, file.Name));
    file.Write(Path.Combine(Folder, file.Name), step => Console.WriteLine($"  {step}"), Cell.Stop);
}
