using System.Text;

namespace NotebookSession.Showing;

/// <summary>Stands in for the console: what a cell writes is its output, what nobody's cell writes goes to the real one.</summary>
internal static class CellConsole
{
    private static readonly Lock _lock = new();
    private static TextWriter? _out, _error;
    private static TextReader? _in;

    /// <summary>Puts the stand-ins in place, also after a cell has replaced them.</summary>
    public static void Install()
    {
        lock (_lock)
        {
            if (_out is null || !ReferenceEquals(Console.Out, _out))
            {
                Console.SetOut(new Writer("stdout", _out is null ? Console.Out : TextWriter.Null));
                _out = Console.Out;
            }

            if (_error is null || !ReferenceEquals(Console.Error, _error))
            {
                Console.SetError(new Writer("stderr", _error is null ? Console.Error : TextWriter.Null));
                _error = Console.Error;
            }

            if (_in is null || !ReferenceEquals(Console.In, _in))
            {
                Console.SetIn(new Reader());
                _in = Console.In;
            }
        }
    }

    private sealed class Writer(string stream, TextWriter real) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override string NewLine => "\n"; // the same output on every system

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellScope.Current is { } cell)
            {
                cell.Outputs.Write(stream, buffer);
            }
            else
            {
                real.Write(buffer);
            }
        }
    }

    private sealed class Reader : TextReader
    {
        private string _line = "";

        public override string? ReadLine()
        {
            if (_line.Length > 0)
            {
                (var rest, _line) = (_line.TrimEnd('\n'), "");
                return rest;
            }

            if (CellScope.Current is not { } cell)
            {
                return null;
            }

            return cell.ReadLine(new InputRequest(cell.Outputs.OpenLine));
        }

        public override int Peek() => Fill() ? _line[0] : -1;

        public override int Read()
        {
            var next = Peek();
            _line = next < 0 ? "" : _line[1..];
            return next;
        }

        private bool Fill()
        {
            _line = _line.Length > 0 ? _line : ReadLine() is { } line ? line + "\n" : "";
            return _line.Length > 0;
        }
    }
}
