using System.Diagnostics;
using NotebookKernel.Running;

namespace Course.Doctoring;

/// <summary>Whether the browser has letters for the symbols of the lessons, where that is not part of the system.</summary>
internal static class Fonts
{
    private const string Symbol = "⊙", Asked = ":charset=2299"; // the rarest: the product of gates and states

    /// <summary>What fontconfig knows; null where there is none.</summary>
    public static async Task<Finding?> LookAsync() =>
        Programs.Find("fc-list") is not { } list ? null
        : await Programs.AskAsync(new ProcessStartInfo(list, [Asked])).ConfigureAwait(false) is { Length: > 0 }
            ? new Finding("Fonts", Condition.Fine, $"there is one with {Symbol}")
        : new Finding("Fonts", Condition.Optional, $"none has {Symbol}: the browser shows an empty box", "sudo apt-get install fonts-dejavu-core");
}
