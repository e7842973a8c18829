using System.Globalization;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>Writes the rows of a CSV text (RFC 4180, lines ended by LF): one value after the other, then the end of the row.</summary>
internal sealed class CsvRow(TextWriter output)
{
    private bool _begun;

    /// <summary>Writes the header row.</summary>
    public void Headings(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            Add(name);
        End();
    }

    /// <summary>Adds a text, quoted where it has to be.</summary>
    public CsvRow Add(string text)
    {
        Separate();
        output.Write(text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        return this;
    }

    /// <summary>Adds an identifier; nothing where there is none.</summary>
    public CsvRow Add(FeatureId id) => Add(id.Text);

    /// <summary>Adds a number; nothing where it is not finite.</summary>
    public CsvRow Add(double number) =>
        Add(double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : string.Empty);

    /// <summary>Ends the row.</summary>
    public void End()
    {
        output.Write('\n');
        _begun = false;
    }

    private void Separate()
    {
        if (_begun)
            output.Write(',');
        _begun = true;
    }
}
