using System.Globalization;
using System.Text;

namespace DefenseZone.Geo.Io;

/// <summary>Where the reader is in a JSON text. Its text is only made when a problem needs it.</summary>
internal sealed class JsonPath
{
    private readonly List<(string Name, int Index)> _steps = [];

    public int Length => _steps.Count;

    /// <summary>Steps into a member.</summary>
    public void Push(string name) => _steps.Add((name, -1));

    /// <summary>Steps into an array's item.</summary>
    public void Push(int index) => _steps.Add((string.Empty, index));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Goes back to where the path had that length.</summary>
    public void CutTo(int length) => _steps.RemoveRange(length, _steps.Count - length);

    /// <summary>The path, with further items of nested arrays at its end.</summary>
    public string With(params ReadOnlySpan<int> items)
    {
        var text = new StringBuilder(ToString());
        foreach (int item in items)
            text.Append(CultureInfo.InvariantCulture, $"[{item}]");
        return text.ToString();
    }

    /// <summary>The path of a member of what this stands at.</summary>
    public string With(string name)
    {
        var text = new StringBuilder(ToString());
        Append(text, name);
        return text.ToString();
    }

    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach ((string name, int index) in _steps)
        {
            if (index >= 0)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                Append(text, name);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name)
    {
        bool plain = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (char letter in name)
            plain &= char.IsAsciiLetterOrDigit(letter) || letter == '_';
        string shown = name.Length > 60 ? name[..60] + "…" : name;
        if (plain)
            text.Append('.').Append(shown);
        else
            text.Append("['").Append(shown.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
    }
}
