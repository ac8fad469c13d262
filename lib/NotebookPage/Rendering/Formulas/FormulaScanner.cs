using System.Globalization;

namespace NotebookPage.Rendering;

/// <summary>What a piece of a formula is.</summary>
internal enum FormulaTokenKind
{
    Command,
    Number,
    Character,
    End,
}

/// <summary>A piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A command's name without its backslash, a number's digits, or one character.</param>
/// <param name="Place">Where it begins.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Place)
{
    public bool Is(char character) => Kind == FormulaTokenKind.Character && Text.Length == 1 && Text[0] == character;

    public bool IsCommand(string name) => Kind == FormulaTokenKind.Command && Text == name;

    public override string ToString() => Kind switch
    {
        FormulaTokenKind.Command => $"\\{Text}",
        FormulaTokenKind.End => "the formula's end",
        _ => Text,
    };
}

/// <summary>Cuts a formula into tokens; white space between them means nothing.</summary>
internal sealed class FormulaScanner
{
    private readonly string _source;
    private int _at;

    public FormulaScanner(string source)
    {
        _source = source;
        Next = Scan();
    }

    /// <summary>The token that comes next.</summary>
    public FormulaToken Next { get; private set; }

    /// <summary>Takes the next token.</summary>
    public FormulaToken Take()
    {
        var token = Next;
        Next = Scan();
        return token;
    }

    /// <summary>Takes a group in braces as it is written, such as the words of <c>\text{…}</c>.</summary>
    /// <param name="command">Whose group it is.</param>
    public string TakeText(FormulaToken command)
    {
        if (!Next.Is('{'))
        {
            throw new FormulaException($"{command} needs an argument in braces", command.Place);
        }

        var (start, depth) = (_at, 1);
        for (; _at < _source.Length && depth > 0; _at++)
        {
            depth += _source[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            _at += _source[_at] == '\\' ? 1 : 0;
        }

        if (depth > 0)
        {
            throw new FormulaException("this brace is never closed", start - 1);
        }

        var text = _source[start..(_at - 1)];
        Next = Scan();
        return text;
    }

    private FormulaToken Scan()
    {
        while (_at < _source.Length && (char.IsWhiteSpace(_source[_at]) || _source[_at] == '%'))
        {
            _at = _source[_at] == '%' && _source.IndexOf('\n', _at) is var end ? end < 0 ? _source.Length : end : _at + 1;
        }

        var start = _at;
        if (start == _source.Length)
        {
            return new FormulaToken(FormulaTokenKind.End, "", start);
        }

        if (_source[start] == '\\')
        {
            _at++;
            var name = TakeWhile(char.IsAsciiLetter);
            return new FormulaToken(FormulaTokenKind.Command, name.Length > 0 ? name : TakeCharacter(start), start);
        }

        return IsInNumber(start)
            ? new FormulaToken(FormulaTokenKind.Number, TakeNumber(), start)
            : new FormulaToken(FormulaTokenKind.Character, TakeCharacter(start), start);
    }

    private bool IsInNumber(int at) => at < _source.Length && (char.IsAsciiDigit(_source[at])
        || (_source[at] == '.' && at + 1 < _source.Length && char.IsAsciiDigit(_source[at + 1])));

    private string TakeNumber()
    {
        var start = _at;
        while (IsInNumber(_at))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _source.Length && belongs(_source[_at]))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private string TakeCharacter(int place)
    {
        if (_at == _source.Length)
        {
            throw new FormulaException("a backslash without a command", place);
        }

        var character = StringInfo.GetNextTextElement(_source, _at);
        _at += character.Length;
        return character;
    }
}
