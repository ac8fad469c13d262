using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;
using NotebookPage.Rendering;
using SequenceModels.Charts;

namespace Course.Page.Hosting;

/// <summary>The page's own scripts and styles, and plotly.js, which lie in the program.</summary>
internal static class PageFiles
{
    private static readonly string _version = $"\"{typeof(PageFiles).Assembly.ManifestModule.ModuleVersionId:N}{typeof(Assets).Assembly.ManifestModule.ModuleVersionId:N}\"";

    /// <summary>Serves them below <c>/assets</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/plotly.js", () => Found(PlotlyScript.Open(), ".js"));
        routes.MapGet("/assets/{name}", (string name) =>
            (Assets.Find(name) ?? Assets.Find(name, typeof(PageFiles).Assembly)) is { } asset
                ? Found(asset, Path.GetExtension(name))
                : Results.NotFound());
    }

    private static IResult Found(Stream content, string extension) => Results.Stream(
        content,
        extension switch { ".js" => MediaTypeNames.Text.JavaScript, ".css" => MediaTypeNames.Text.Css, _ => "image/svg+xml" },
        entityTag: new EntityTagHeaderValue(_version));
}
