namespace NotebookKernel.Serving;

/// <summary>Jupyter's channels that carry messages.</summary>
internal enum SocketName
{
    Shell,
    Control,
    Stdin,
    Iopub,
}
