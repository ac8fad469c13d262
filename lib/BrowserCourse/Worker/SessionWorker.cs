using System.Runtime.InteropServices.JavaScript;
using NotebookSession;
using NotebookSession.Documents;
using NotebookSession.Hosting;
using NotebookSession.Remote;
using NotebookSession.Running;

namespace BrowserCourse.Worker;

/// <summary>The program in a worker: serves a session to the page, by messages.</summary>
internal static partial class SessionWorker
{
    private static SessionService? _service;

    /// <summary>Puts a file where cells find it.</summary>
    [JSExport]
    public static void Put(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Starts the session.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="assemblies">The names of the program's assemblies.</param>
    [JSExport]
    public static void Start(string folder, string[] assemblies)
    {
        Directory.CreateDirectory(folder);
        Directory.SetCurrentDirectory(folder);
        var session = new Session(new SessionOptions
        {
            WorkingDirectory = folder,
            Assemblies = new LoadedAssemblies(DotNet(), assemblies),
            SingleThread = new Mailbox(Receive),
            ReadNotebook = path => [.. Notebook.Read(path).CodeCells.Select(cell => cell.Code)],
        });
        _service = new SessionService(session, session.WarmUpAsync(), message => Send(message.Write()));
    }

    /// <summary>Takes a message of the page.</summary>
    [JSExport]
    public static void Receive(string line) => _service?.Receive(SessionMessage.Read(line).Message);

    private static string[] DotNet()
    {
        using var names = new StreamReader(typeof(SessionWorker).Assembly.GetManifestResourceStream("dotnet-names.txt")!);
        return names.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [JSImport("send", "worker.js")]
    private static partial void Send(string line);
}
