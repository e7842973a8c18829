using System.Globalization;
using System.Text;

namespace DefenseZone.Geo.Io;

/// <summary>Where the reader is in a JSON text. Its text is only made when a problem needs it.</summary>
internal sealed class JsonPath
{
    private string[] _names = new string[16];
    private int[] _items = new int[16];

    public int Length { get; private set; }

    /// <summary>Steps into a member.</summary>
    public void Push(string name) => Add(name, -1);

    /// <summary>Steps into an array's item.</summary>
    public void Push(int index) => Add(string.Empty, index);

    public void Pop() => Length--;

    /// <summary>Goes back to where the path had that length.</summary>
    public void CutTo(int length) => Length = length;

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
        for (int i = 0; i < Length; i++)
        {
            if (_items[i] >= 0)
                text.Append(CultureInfo.InvariantCulture, $"[{_items[i]}]");
            else
                Append(text, _names[i]);
        }

        return text.ToString();
    }

    private void Add(string name, int index)
    {
        if (Length == _names.Length)
        {
            Array.Resize(ref _names, Length * 2);
            Array.Resize(ref _items, Length * 2);
        }

        _names[Length] = name;
        _items[Length] = index;
        Length++;
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
