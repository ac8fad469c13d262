using System.Collections.Concurrent;
using NotebookKernel.Serving;
using NotebookKernel.Wire;
using NotebookSession.Running;

namespace NotebookKernel.Tests.Serving;

/// <summary>A front end with a kernel of its own, in this process.</summary>
internal sealed class Client : FrontEnd, IAsyncDisposable
{
    private readonly Hosted _hosted;

    public Client() : this(new Hosted(FreePorts.NewFile()))
    {
    }

    private Client(Hosted hosted) : base(hosted.File)
    {
        _hosted = hosted;
    }

    public Task Running => _hosted.Running;

    public ConcurrentQueue<string> Log => _hosted.Log;

    public async ValueTask DisposeAsync()
    {
        _hosted.Kernel.Stop();
        await Running;
        Dispose();
        await _hosted.Kernel.DisposeAsync();
    }

    private sealed class Hosted
    {
        public Hosted(ConnectionFile file)
        {
            File = file;
            Kernel = new JupyterKernel(file, new Session(), Log.Enqueue);
            Running = Kernel.RunAsync();
        }

        public ConnectionFile File { get; }

        public JupyterKernel Kernel { get; }

        public Task Running { get; }

        public ConcurrentQueue<string> Log { get; } = [];
    }
}
