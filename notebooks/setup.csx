// What every lesson needs: the course's libraries, and the names it uses from them.

#r "../lib/Course/bin/Release/net10.0/SequenceModels.dll" // Not found? Build the course, in its folder: dotnet build -c Release
#r "../lib/Course/bin/Release/net10.0/SequenceModels.Charts.dll"
#r "../lib/Course/bin/Release/net10.0/MathNet.Numerics.dll"
#r "../lib/Course/bin/Release/net10.0/Plotly.NET.dll"

global using System;
global using System.Collections.Generic;
global using System.Linq;
global using MathNet.Numerics.LinearAlgebra;
global using SequenceModels;
global using SequenceModels.Charts;
global using SequenceModels.Charts.Exercises;
global using SequenceModels.Layers;
global using SequenceModels.Models;
global using SequenceModels.Probes;
global using SequenceModels.Tasks;
global using SequenceModels.Training;

string DataFile(string name)      // where a file of the course's data folder is, wherever the notebook runs
{
    string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
    return System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Here())!, "..", "data", name);
}

display(OfflineCharts.Start());   // from here on, charts draw without a network
