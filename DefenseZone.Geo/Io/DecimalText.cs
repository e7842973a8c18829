using System.Buffers.Text;
using System.Text;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>Numbers from and to the characters of a JSON text.</summary>
internal static class DecimalText
{
    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>
    /// The double nearest to a JSON number. A number of up to 18 digits whose digits fit 53 bits is one exact
    /// division (Clinger, "How to read floating point numbers accurately", 1990); any other takes the long way.
    /// </summary>
    public static double Parse(ReadOnlySpan<byte> json)
    {
        if (TryParseShort(json, out double value, out _, out _))
            return value;
        return Utf8Parser.TryParse(json, out value, out int used) && used == json.Length ? value : double.NaN;
    }

    /// <summary>
    /// Reads a number without an exponent, as JSON writes it, from a place in a text; false where there is none, or one
    /// that takes the long way.
    /// </summary>
    public static bool TryScan(ReadOnlySpan<byte> text, ref int at, out double value)
    {
        int i = at;
        bool isNegative = i < text.Length && text[i] == (byte)'-';
        if (isNegative)
            i++;
        int first = i;
        ulong number = 0;
        for (uint digit; i < text.Length && (digit = (uint)(text[i] - '0')) <= 9; i++)
            number = (number * 10) + digit;
        int digits = i - first, decimals = 0;
        bool isWhole = digits == 1 || (digits > 1 && text[first] != (byte)'0');
        if (isWhole && i < text.Length && text[i] == (byte)'.')
        {
            first = ++i;
            for (uint digit; i < text.Length && (digit = (uint)(text[i] - '0')) <= 9; i++)
                number = (number * 10) + digit;
            decimals = i - first;
            digits += decimals;
            isWhole = decimals > 0;
        }

        at = i;
        value = 0;
        if (!isWhole || digits > 18 || number > 1UL << 53)
            return false;
        value = number / PowersOfTen[decimals];
        if (isNegative)
            value = -value;
        return true;
    }

    /// <summary>A property's number, with its characters where a double would not give them back.</summary>
    public static PropertyValue ParseValue(ReadOnlySpan<byte> json)
    {
        // Decimals of up to 15 digits and doubles map one to one, so the shortest text of the double is this one
        // unless it ends in zeros or is so small that it would be written with an exponent.
        if (TryParseShort(json, out double value, out int digits, out int decimals)
            && digits <= 15 && (decimals == 0 || json[^1] != (byte)'0')
            && (value >= 1e-4 || value <= -1e-4 || (value == 0 && json[0] != (byte)'-')))
        {
            return PropertyValue.Of(value);
        }

        return PropertyValue.OfNumber(Encoding.ASCII.GetString(json));
    }

    /// <summary>
    /// Writes a number rounded half away from zero to some decimals, without trailing zeros and never with an exponent.
    /// </summary>
    /// <returns>The number of bytes written; at most 32 for numbers below 1e11.</returns>
    public static int Format(double value, int decimals, Span<byte> into)
    {
        double scaled = Math.Abs(value) * PowersOfTen[decimals];
        if (!(scaled < 9e15))
        {
            Utf8Formatter.TryFormat(value, into, out int length);
            return length;
        }

        long number = (long)(scaled + 0.5);
        long whole = number;
        int places = decimals;
        while (places > 0 && whole % 10 == 0)
        {
            whole /= 10;
            places--;
        }

        Span<byte> digits = stackalloc byte[20];
        int count = 0;
        while (whole > 0 || count <= places)
        {
            digits[count++] = (byte)('0' + (whole % 10));
            whole /= 10;
        }

        int at = 0;
        if (value < 0 && number != 0)
            into[at++] = (byte)'-';
        for (int i = count - 1; i >= 0; i--)
        {
            into[at++] = digits[i];
            if (i == places && i > 0)
                into[at++] = (byte)'.';
        }

        return at;
    }

    /// <summary>Writes a whole number.</summary>
    /// <returns>The number of bytes written; at most 10.</returns>
    public static int Format(uint number, Span<byte> into)
    {
        int length = 1;
        for (uint rest = number; rest >= 10; rest /= 10)
            length++;
        for (int i = length - 1; i >= 0; i--)
        {
            into[i] = (byte)('0' + (number % 10));
            number /= 10;
        }

        return length;
    }

    private static bool TryParseShort(ReadOnlySpan<byte> json, out double value, out int digits, out int decimals)
    {
        int i = json[0] == (byte)'-' ? 1 : 0;
        int first = i;
        ulong number = 0;
        for (; i < json.Length; i++)
        {
            uint digit = (uint)(json[i] - '0');
            if (digit > 9)
                break;
            number = (number * 10) + digit;
        }

        digits = i - first;
        decimals = 0;
        if (i < json.Length && json[i] == (byte)'.')
        {
            first = ++i;
            for (; i < json.Length; i++)
            {
                uint digit = (uint)(json[i] - '0');
                if (digit > 9)
                    break;
                number = (number * 10) + digit;
            }

            decimals = i - first;
            digits += decimals;
        }

        if (i < json.Length || digits > 18 || number > 1UL << 53)
        {
            value = 0;
            return false;
        }

        value = number / PowersOfTen[decimals];
        if (json[0] == (byte)'-')
            value = -value;
        return true;
    }
}
