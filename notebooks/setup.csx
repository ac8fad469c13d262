// What every lesson needs: the course's libraries, and the names it uses from them.

#r "../lib/Course/bin/Release/net10.0/SequenceModels.dll" // Not found? Build the course, in its folder: dotnet build -c Release
#r "../lib/Course/bin/Release/net10.0/SequenceModels.Charts.dll"
#r "../lib/Course/bin/Release/net10.0/Exercises.dll"
#r "../lib/Course/bin/Release/net10.0/Lectures.Recurrent.dll"
#r "../lib/Course/bin/Release/net10.0/MathNet.Numerics.dll"
#r "../lib/Course/bin/Release/net10.0/Plotly.NET.dll"

global using System;
global using System.Collections.Generic;
global using System.Linq;
global using Exercises;
global using Lectures.Recurrent;
global using MathNet.Numerics.LinearAlgebra;
global using SequenceModels;
global using SequenceModels.Charts;
global using SequenceModels.Layers;
global using SequenceModels.Models;
global using SequenceModels.Probes;
global using SequenceModels.Tasks;
global using SequenceModels.Training;

// Numbers are written as in the text, with a point, wherever the course is read.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;

// A file of the course's data folder, in a folder above the notebook, or above the program that runs it.
string DataFile(string name)
{
    foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
    {
        for (var folder = new System.IO.DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (System.IO.Path.Combine(folder.FullName, "data", name) is var path && System.IO.File.Exists(path))
            {
                return path;
            }
        }
    }

    throw new System.IO.FileNotFoundException($"data/{name} is in no folder above this notebook.");
}

// The same steps, with a bar that shows how many of them are made: foreach (var step in Progress(steps, total)).
IEnumerable<T> Progress<T>(IEnumerable<T> steps, int total, Func<T, string> says = null) =>
    Watched.Steps(steps, total, says, bar => display(bar).Update);

IAsyncEnumerable<T> Progress<T>(IAsyncEnumerable<T> steps, int total, Func<T, string> says = null) =>
    Watched.Steps(steps, total, says, bar => display(bar).Update);

display(OfflineCharts.Start());   // from here on, charts draw without a network
