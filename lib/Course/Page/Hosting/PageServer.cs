using System.Net;
using System.Net.Sockets;
using Course.Installing;
using Course.Page.Security;
using Course.Running;
using Course.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using NotebookPage;
using NotebookPage.Components;
using NotebookPage.Live;

namespace Course.Page.Hosting;

/// <summary>Serves the live page on this machine, to this user.</summary>
internal static class PageServer
{
    /// <summary>Serves until <paramref name="stop"/>; the result is the exit status.</summary>
    /// <exception cref="UsageException">There is no such notebook, or the port is taken.</exception>
    public static async Task<int> RunAsync(PageOptions options, CancellationToken stop)
    {
        await Task.Yield(); // Ctrl+C waits for this task, and so for the caller to have it, before an address is there to be seen
        var (keys, hosts) = (new Keys(), new Hosts(Environment.GetEnvironmentVariable));
        var (folder, first) = NamedNotebook.Find(options.Notebook);
        var notebooks = new OpenNotebooks(folder, first, new LiveOptions(notebook => ChildSession.Start(Path.GetDirectoryName(notebook)!)));
        var socket = options.Port is { } wanted ? Ports.Bind(wanted) : Ports.BindFor(folder.Root);
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var entrance = new Entrance(keys, hosts);
        var home = new HomeSecret(new StoreOptions().DataFolder);
        var same = new SameServer(home.For("same server", folder.Root), keys, hosts, entrance);
        await using var server = Build(socket, new Guard(keys, hosts, entrance), folder, notebooks, home, same);
        await server.StartAsync(stop).ConfigureAwait(false);
        _ = Task.Run(() => notebooks.OpenAsync(first), stop); // its session warms up while the browser comes
        using var start = new StartPage();
        Announce(options, new Uri(hosts.Address(port), Links.Of(first)), keys, start);
        using var making = MachineCode.MakeInBackground();
        await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        await notebooks.DisposeAsync().ConfigureAwait(false);
        return ExitStatus.Fine;
    }

    private static void Announce(PageOptions options, Uri page, Keys keys, StartPage start)
    {
        var opened = options.Browser && SystemBrowser.TryOpen(start.Write(page, keys.NewTicket(start.Dispose)));
        Terminal.Out.Line(opened ? "The course opens in your browser. If it does not, open this address:" : "Open this address in your browser:");
        Terminal.Out.Line($"\n    {new Uri(page, $"?token={keys.Token}")}\n");
        Terminal.Out.Line("Ctrl+C here ends it; what you changed is saved.");
    }

    // An empty builder: no setting of the environment can make it listen anywhere else.
    private static WebApplication Build(Socket socket, Guard guard, NotebookFolder folder, OpenNotebooks notebooks, HomeSecret home, SameServer same)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PageServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket).ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(socket.LocalEndPoint!);
            kestrel.AddServerHeader = false;
        });
        builder.Logging.AddProvider(new TerminalLog()).SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a port that is taken is told in a line
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // no key on disk: a page lives as long as its server
        var frames = new Frames();
        builder.Services.AddSingleton(notebooks).AddSingleton<IPageHost>(new ServedPage(folder.Root, same, home, frames));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(Configure)
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 8 << 20); // a cell's text comes in one message

        var server = builder.Build();
        server.Use(next => context => SecurityHeaders.AddAsync(context, next));
        server.Use(next => context => guard.InvokeAsync(context, next));
        server.Use(next => context => CoursePictures.AnswerAsync(context, next, folder));
        server.UseStaticFiles();
        server.UseRouting();
        server.UseAntiforgery();
        same.Map(server);
        PageFiles.Map(server);
        frames.Map(server);
        server.MapRazorComponents<App>().AddAdditionalAssemblies(typeof(Routes).Assembly).AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        return server;
    }

    private static void Configure(CircuitOptions circuits)
    {
        circuits.DetailedErrors = true; // it is the user's own machine
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(30); // a laptop that slept
    }
}
