using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

// The page's start; in the worker, worker.js starts SessionWorker instead.
await WebAssemblyHostBuilder.CreateDefault(args).Build().RunAsync();
