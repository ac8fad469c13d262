using NotebookKernel.Running;

namespace Course.Doctoring;

/// <summary>Jupyter's own pages, for those who prefer them.</summary>
internal static class Jupyter
{
    private static readonly string[] _programs = ["jupyter-lab", "jupyter-notebook", "jupyterhub"];

    public static Finding Look() => _programs.Where(name => Programs.Find(name) is not null).ToList() is [_, ..] found
        ? new Finding("Jupyter", Condition.Fine, string.Join(", ", found))
        : new Finding("Jupyter", Condition.Optional, "not on the PATH (the course's page and VS Code do without)", "pip install notebook");
}
