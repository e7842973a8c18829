using System.Globalization;
using System.Text;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>Text for a line of a terminal or a table.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text without line breaks and control characters. Names come from files, and a file must not move the
    /// cursor or colour the screen.
    /// </summary>
    public static string OneLine(string text)
    {
        foreach (char letter in text)
        {
            if (char.IsControl(letter) || IsDirectionMark(letter))
                return Cleaned(text);
        }

        return text;
    }

    /// <summary>How many columns the text takes.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += rune.Value < 0x300 ? 1 : WidthOf(rune);
        return width;
    }

    private static string Cleaned(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (char.IsControl(letter))
                cleaned.Append(' ');
            else if (!IsDirectionMark(letter))
                cleaned.Append(letter);
        }

        return cleaned.ToString();
    }

    private static bool IsDirectionMark(char letter) => letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static int WidthOf(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;

        // The wide blocks of Unicode's East Asian Width: Hangul, CJK, their punctuation and full-width forms, emoji.
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
    }
}
