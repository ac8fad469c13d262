using System.Runtime.Versioning;
using BrowserCourse.Page;

[assembly: SupportedOSPlatform("browser")]

// The page's start; in the worker, worker.js starts SessionWorker instead.
await PageStart.RunAsync(args);
