using System.Text.Json.Nodes;
using NotebookPage.Rendering;
using NotebookSession.Documents;

namespace Fuzzing;

/// <summary>Notebooks that other programs damaged: a value is another kind of value, a field is missing, a text is cut.</summary>
internal static class Notebooks
{
    private static readonly string[] _seeds =
    [
        """
        {"cells":[{"cell_type":"markdown","id":"a","metadata":{"tags":["x"]},"source":["# T\n","t"],"attachments":{"i.png":{"image/png":"AAAA"}}},
         {"cell_type":"code","id":"b","metadata":{"collapsed":false},"execution_count":1,"source":"1","outputs":[
          {"output_type":"stream","name":"stdout","text":["a\n","b"]},{"output_type":"stream","name":"stderr","text":"\u001b[31mr"},
          {"output_type":"display_data","metadata":{"image/png":{"width":3}},"data":{"text/plain":["x"],"text/html":"<b>x</b>","image/png":"AAAA"}},
          {"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"application/json":{"a":[1.5,null]},"text/markdown":"*x*","text/latex":"$x$"}},
          {"output_type":"display_data","metadata":{},"data":{"application/vnd.plotly.v1+json":{"data":[{"type":"heatmap","z":[[1,2]]}],"layout":{"title":"t"}},"text/plain":"chart"}},
          {"output_type":"error","ename":"E","evalue":"e","traceback":["l1","l2"]}]},
         {"cell_type":"raw","id":"c","metadata":{},"source":"r"}],
         "metadata":{"kernelspec":{"name":"csharp-course","display_name":"C#","language":"C#"},"language_info":{"name":"C#"}},"nbformat":4,"nbformat_minor":5}
        """,
        """{"cells":[{"cell_type":"code","metadata":{},"execution_count":null,"source":[],"outputs":[]}],"metadata":{},"nbformat":4,"nbformat_minor":2}""",
    ];

    private static readonly string[] _values =
    [
        "null", "5", "-0", "4.5", "1e400", "true", "\"text\"", "\"\\ud800\"", "\"\"", "[]", "{}", "[1,null,\"a\",{}]", "{\"a\":null}", "[[[[]]]]", "NaN", "-Infinity",
        "123456789012345678901234567890", "[\"one\\n\",\"two\"]", "{\"text/plain\":null}", "{\"image/png\":{}}", "\"<!--transient--><script>\"", "\"\\u001b]0;t\\u0007\"",
    ];

    private static readonly Mutation _text = new(_seeds, [.. _values, "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\"source\":", "\"id\":\"a\",", "\"cells\":["]);

    /// <summary>The reader of notebooks.</summary>
    public static Target Target { get; } = new("notebooks", Make, Check);

    private static string Make(Random random)
    {
        if (random.Next(4) == 0)
        {
            return _text.Make(random);
        }

        var root = JsonNode.Parse(_seeds[random.Next(4) == 0 ? 1 : 0])!;
        var marks = new Dictionary<string, string>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Change(root, random, marks);
        }

        return marks.Aggregate(root.ToJsonString(), (text, mark) => text.Replace($"\"{mark.Key}\"", mark.Value, StringComparison.Ordinal));
    }

    // Values that a tree can't hold are marked in it, and put into its text.
    private static void Change(JsonNode root, Random random, Dictionary<string, string> marks)
    {
        var places = Below(root).ToList();
        var (owner, at) = places[random.Next(places.Count)];
        var mark = $"mark-{marks.Count}";
        marks[mark] = _values[random.Next(_values.Length)];
        switch (owner, random.Next(4))
        {
            case (JsonObject members, 0): members.RemoveAt(at); break;
            case (JsonObject members, 1): members[$"x{at}"] = mark; break;
            case (JsonObject members, _): members[members.GetAt(at).Key] = mark; break;
            case (JsonArray items, 0): items.RemoveAt(at); break;
            case (JsonArray items, 1): items.Insert(at, items[at]?.DeepClone()); break;
            case (JsonArray items, _): items[at] = mark; break;
        }
    }

    private static IEnumerable<(JsonNode Owner, int At)> Below(JsonNode? node) => node switch
    {
        JsonObject members => members.Select((_, i) => ((JsonNode)members, i)).Concat(members.SelectMany(member => Below(member.Value))),
        JsonArray items => items.Select((_, i) => ((JsonNode)items, i)).Concat(items.SelectMany(Below)),
        _ => [],
    };

    private static void Check(string text)
    {
        Notebook notebook;
        try
        {
            notebook = Notebook.Parse(text);
        }
        catch (NotebookFormatException e) when (!e.Message.Any(char.IsControl))
        {
            return; // what isn't a notebook is told
        }

        foreach (var cell in notebook.CodeCells)
        {
            var shown = ShownOutputs.Of(cell.Outputs);
            foreach (var output in shown.Items)
            {
                OutputHtml.Render(output);
            }

            cell.SetOutputs(shown); // as the page saves it
        }

        var saved = notebook.ToString();
        var again = Notebook.Parse(saved);
        if (again.Repairs.Count > 0 || again.ToString() != saved)
        {
            throw new InvalidOperationException($"what was saved does not open as it was: {string.Join("; ", again.Repairs)}\n{saved}");
        }
    }
}
