namespace NotebookPage.Rendering;

/// <summary>A place in the text of a formula, from which what belongs to a command is taken as it is written.</summary>
internal sealed class FormulaCursor(string text, int at = 0)
{
    /// <summary>How far it has come.</summary>
    public int At { get; private set; } = at;

    /// <summary>Whether there is nothing more.</summary>
    public bool IsAtEnd => At >= text.Length;

    /// <summary>What has not been taken.</summary>
    public string Rest => text[At..];

    /// <summary>Takes a character.</summary>
    public char Take() => text[At++];

    /// <summary>Takes that character, if it comes next.</summary>
    public bool TakeIf(char character)
    {
        SkipSpace();
        var isThere = !IsAtEnd && text[At] == character;
        At += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>The name of a command whose backslash has been taken: letters, or one character that is not a letter.</summary>
    public string TakeName()
    {
        var start = At;
        while (!IsAtEnd && char.IsAsciiLetter(text[At]))
        {
            At++;
        }

        At += At == start && !IsAtEnd ? 1 : 0;
        return text[start..At];
    }

    /// <summary>A group without its braces, a command or a character.</summary>
    public string TakeArgument(string command)
    {
        SkipSpace();
        if (IsAtEnd)
        {
            throw new FormulaException($"\\{command} needs an argument, but here is the end", At);
        }

        var start = At;
        return Take() switch
        {
            '{' => TakeUntil('}', start),
            '\\' => $"\\{TakeName()}",
            var character => character.ToString(),
        };
    }

    /// <summary>What stands in brackets; null if there are none.</summary>
    public string? TakeOption() => TakeIf('[') ? TakeUntil(']', At - 1) : null;

    /// <summary>How many parameters stand there, as in <c>#1#2</c>.</summary>
    public int TakeParameters()
    {
        var count = 0;
        while (TakeIf('#') && !IsAtEnd)
        {
            count = Math.Max(count, Take() - '0');
        }

        return count is >= 0 and <= 9 ? count : throw new FormulaException("a parameter is # and a digit", At);
    }

    private string TakeUntil(char end, int start)
    {
        for (var depth = 0; !IsAtEnd; At++)
        {
            if (depth == 0 && text[At] == end)
            {
                return text[(start + 1)..At++];
            }

            depth += text[At] switch { '{' => 1, '}' => -1, _ => 0 };
            At += text[At] == '\\' ? 1 : 0;
        }

        throw new FormulaException($"this {text[start]} is never closed", start);
    }

    private void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(text[At]))
        {
            At++;
        }
    }
}
