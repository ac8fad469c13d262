using Course.Store;
using Microsoft.AspNetCore.StaticFiles;
using NotebookSession.Documents;

namespace Course.Page.Hosting;

/// <summary>The pictures that lie beside the notebooks, for their texts to show; other files of the folder are not served.</summary>
internal static class CoursePictures
{
    private static readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>The middleware: the address is what the notebook says.</summary>
    public static Task AnswerAsync(HttpContext context, RequestDelegate next, NotebookFolder folder) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is { Length: > 1 } path
        && _types.TryGetContentType(path, out var type) && type.StartsWith("image/", StringComparison.Ordinal)
        && folder.Below(path[1..]) is { } picture
            ? Results.Bytes(PlainFile.Read(picture), type).ExecuteAsync(context)
            : next(context);
}
