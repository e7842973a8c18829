using System.Text;

namespace DefenseZone.Geo.Io;

/// <summary>
/// The records of a CSV text (RFC 4180): fields between commas, quoted where they hold a comma, a quote or a line end,
/// a quote within quotes doubled. A semicolon or a tab may stand for the comma, if the first line has it.
/// </summary>
internal sealed class CsvRecords(TextReader text)
{
    // One record of a damaged file, where a quote is never closed, must not take all of the memory.
    private const int LongestField = 1 << 20;

    private readonly StringBuilder _field = new();
    private char _separator = ',';
    private bool _isFirst = true;

    /// <summary>The line that the last record begins at, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the last record; empty where nothing is.</summary>
    public string Fault { get; private set; } = string.Empty;

    /// <summary>The line at which the next record begins.</summary>
    private long NextLine { get; set; } = 1;

    /// <summary>Reads the next record that is not an empty line; false at the end.</summary>
    public bool TryRead(List<string> fields)
    {
        do
        {
            fields.Clear();
            Fault = string.Empty;
            Line = NextLine;
            if (text.Peek() < 0)
                return false;
            if (_isFirst)
                FindSeparator(fields);
            else
                ReadFields(text, fields);
        }
        while (fields.Count == 1 && fields[0].Length == 0);
        return true;
    }

    // The separator of the first line that comes first outside quotes is that of all.
    private void FindSeparator(List<string> fields)
    {
        string line = text.ReadLine() ?? string.Empty;
        bool isQuoted = false;
        foreach (char letter in line)
        {
            isQuoted ^= letter == '"';
            if (isQuoted || letter is not (',' or ';' or '\t'))
                continue;
            _separator = letter;
            break;
        }

        _isFirst = false;
        ReadFields(new StringReader(line + "\n"), fields);
    }

    private void ReadFields(TextReader from, List<string> fields)
    {
        bool isQuoted = false;
        bool wasQuoted = false;
        _field.Clear();
        while (true)
        {
            int next = from.Read();
            if (next < 0)
            {
                if (isQuoted)
                    Fault = "a quoted field is not closed";
                break;
            }

            char letter = (char)next;
            if (letter == '\n')
                NextLine++;
            if (isQuoted)
            {
                if (letter != '"')
                    Append(letter);
                else if (from.Peek() == '"')
                    Append((char)from.Read());
                else
                    isQuoted = false;
            }
            else if (letter == '"' && _field.Length == 0 && !wasQuoted)
            {
                isQuoted = wasQuoted = true;
            }
            else if (letter == _separator)
            {
                fields.Add(_field.ToString());
                _field.Clear();
                wasQuoted = false;
            }
            else if (letter == '\n')
            {
                break;
            }
            else if (letter == '\r' && from.Peek() is '\n' or -1)
            {
                continue;
            }
            else
            {
                if (wasQuoted)
                    Fault = "text follows a quoted field";
                Append(letter);
            }
        }

        fields.Add(_field.ToString());
    }

    private void Append(char letter)
    {
        if (_field.Length < LongestField)
            _field.Append(letter);
        else
            Fault = $"a field is longer than {LongestField} characters";
    }
}
