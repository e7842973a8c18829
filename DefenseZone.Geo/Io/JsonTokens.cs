using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>A text that is no JSON from some place on, or more than may be read.</summary>
internal sealed class MalformedJsonException(string message, string remedy) : Exception(message)
{
    public string Remedy { get; } = remedy;

    public long Line { get; init; }

    public long Position { get; init; }
}

/// <summary>
/// The tokens of a JSON text, read from a stream piece by piece: only a single value that is kept as its text has
/// to fit in memory.
/// </summary>
internal ref struct JsonTokens
{
    private const int PieceBytes = 256 * 1024;
    private const int LargestValueBytes = 256 * 1024 * 1024;
    private const int RecentTexts = 64;
    private const int LongestRecent = 24;

    private readonly Stream _stream;
    private readonly GeoJsonLimits _limits;
    private readonly bool _isExact;
    private readonly Action<int>? _advanced;
    private readonly CancellationToken _cancellationToken;
    private readonly byte[][] _nameBytes;
    private readonly string[] _names;
    private readonly string?[] _recent;
    private int _nameCount;
    private byte[] _buffer;
    private int _readerStart;
    private int _length;
    private int _kept = -1;
    private long _total;
    private bool _ended;
    private Utf8JsonReader _reader;

    /// <summary>The tokens of a stream, from where it stands.</summary>
    /// <param name="stream">The text, in UTF-8 with or without a byte order mark.</param>
    /// <param name="limits">What is too much.</param>
    /// <param name="isExact">
    /// Whether every byte is to go through the framework's reader, so that it knows the line and byte where a text stops
    /// being JSON.
    /// </param>
    /// <param name="advanced">Is told the number of bytes after each piece.</param>
    /// <param name="cancellationToken">Is looked at before each piece.</param>
    public JsonTokens(Stream stream, GeoJsonLimits limits, bool isExact, Action<int>? advanced, CancellationToken cancellationToken)
    {
        _stream = stream;
        _limits = limits;
        _isExact = isExact;
        _advanced = advanced;
        _cancellationToken = cancellationToken;
        _nameBytes = new byte[64][];
        _names = new string[64];
        _recent = new string?[RecentTexts];
        int size = stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 256, PieceBytes) : PieceBytes;
        _buffer = ArrayPool<byte>.Shared.Rent(size);
        while (_length < 4 && !_ended)
            ReadPiece();
        ReadOnlySpan<byte> text = _buffer.AsSpan(0, _length);
        if (text.StartsWith("\uFEFF"u8))
            _readerStart = 3;
        _reader = new Utf8JsonReader(
            text[_readerStart..], _ended, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1100 }));
    }

    public readonly JsonTokenType Type => _reader.TokenType;

    public readonly int Depth => _reader.CurrentDepth;

    /// <summary>The bytes of a number, or of a string between its quotes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _reader.ValueSpan;

    public void Dispose()
    {
        if (_buffer is { Length: > 0 })
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    /// <summary>Goes on to the next token; false at the end of the text.</summary>
    /// <exception cref="JsonException">The text is no JSON from here on.</exception>
    public bool Read()
    {
        while (!_reader.Read())
        {
            if (_ended)
                return false;
            Refill();
        }

        if (_reader.CurrentDepth >= _limits.MaximumDepth && _reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            throw new MalformedJsonException(
                $"objects and arrays are nested more than {_limits.MaximumDepth} deep",
                "GeoJSON needs about ten levels: flatten the properties");
        }

        return true;
    }

    /// <summary>Goes on to the next token where there must be one.</summary>
    public void ReadOn()
    {
        if (!Read())
            throw new JsonException("The text ends too early.");
    }

    /// <summary>Whether the last name was UTF-8, and without half a surrogate pair.</summary>
    public bool IsNameRight { get; private set; } = true;

    /// <summary>The name of a member; names that come again are made once.</summary>
    public string Name()
    {
        ReadOnlySpan<byte> bytes = _reader.ValueSpan;
        if (_reader.ValueIsEscaped)
        {
            IsNameRight = TryText(out string text);
            return text;
        }

        for (int i = 0; i < _nameCount; i++)
        {
            if (bytes.SequenceEqual(_nameBytes[i]))
            {
                IsNameRight = true;
                return _names[i];
            }
        }

        string made = Encoding.UTF8.GetString(bytes);
        IsNameRight = Utf8.IsValid(bytes);
        if (IsNameRight && _nameCount < _names.Length)
        {
            _nameBytes[_nameCount] = bytes.ToArray();
            _names[_nameCount++] = made;
        }

        return made;
    }

    /// <summary>The string at which the reader stands; false where its bytes are not UTF-8 or it holds half a surrogate pair.</summary>
    public readonly bool TryText(out string text)
    {
        ReadOnlySpan<byte> bytes = _reader.ValueSpan;
        if (!_reader.ValueIsEscaped)
        {
            text = Encoding.UTF8.GetString(bytes);
            return Utf8.IsValid(bytes);
        }

        try
        {
            text = _reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = Repaired();
            return false;
        }
    }

    // Words such as a road's class come again with thousands of features: they are made once and shared.
    private readonly bool TryRecent(out string text)
    {
        ReadOnlySpan<byte> bytes = _reader.ValueSpan;
        text = _reader.ValueIsEscaped || bytes.Length is 0 or > LongestRecent ? string.Empty : _recent[PlaceOf(bytes.Length, bytes[0], bytes[^1])] ?? string.Empty;
        if (text.Length != bytes.Length || text.Length == 0)
            return false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != text[i] || bytes[i] > 0x7F)
                return false;
        }

        return true;
    }

    private readonly void Remember(string text)
    {
        if (text.Length is > 0 and <= LongestRecent)
            _recent[PlaceOf(text.Length, text[0], text[^1])] = text;
    }

    private static int PlaceOf(int length, int first, int last) => ((length * 7) + (first * 3) + last) % RecentTexts;

    /// <summary>
    /// The value at which the reader stands, kept as it is; the reader then stands at its last token.
    /// False where a string is not UTF-8.
    /// </summary>
    public bool TryValue(out PropertyValue value)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                value = PropertyValue.Of(_reader.TokenType == JsonTokenType.True);
                return true;
            case JsonTokenType.Number:
                value = DecimalText.ParseValue(_reader.ValueSpan);
                return true;
            case JsonTokenType.String:
                bool isText = TryRecent(out string text) || TryText(out text);
                value = PropertyValue.Of(text);
                Remember(text);
                return isText;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                _kept = _readerStart + (int)_reader.TokenStartIndex;
                Skip();
                ReadOnlySpan<byte> json = _buffer.AsSpan(_kept, _readerStart + (int)_reader.BytesConsumed - _kept);
                _kept = -1;
                value = PropertyValue.OfJson(Encoding.UTF8.GetString(json));
                return Utf8.IsValid(json);
            default:
                value = PropertyValue.Null;
                return true;
        }
    }

    /// <summary>Goes to the last token of the value at which the reader stands.</summary>
    public void Skip()
    {
        if (_reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            return;
        int depth = _reader.CurrentDepth;
        do
        {
            ReadOn();
        }
        while (_reader.CurrentDepth > depth);
    }

    /// <summary>
    /// Reads the positions that follow a position in their plainest form, <c>,[number,number]</c> within range, as many
    /// as are whole in the piece at hand. Most of a plan is such positions, and reading them here takes a quarter of the
    /// time. What stops it, errors too, is left to <see cref="Read"/>: between two values of an array the state of the
    /// framework's reader is the same before and after.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int ReadPlainPositions(CoordinateBuffer into)
    {
        if (_isExact)
            return 0;
        ReadOnlySpan<byte> text = _buffer.AsSpan(0, _length);
        int end = _readerStart + (int)_reader.BytesConsumed;
        int count = 0;
        int at = end;
        while (TryPass(text, ref at, (byte)',') && TryPass(text, ref at, (byte)'[') && DecimalText.TryScan(text, ref at, out double longitude)
            && TryPass(text, ref at, (byte)',') && DecimalText.TryScan(text, ref at, out double latitude) && TryPass(text, ref at, (byte)']')
            && Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90)
        {
            into.Add(longitude, latitude, double.NaN);
            count++;
            end = at;
        }

        if (count > 0)
        {
            _reader = new Utf8JsonReader(text[end..], _ended, _reader.CurrentState);
            _readerStart = end;
        }

        return count;
    }

    /// <summary>What stands where the text stops being JSON, for a message.</summary>
    public readonly ReadOnlySpan<byte> Ahead
    {
        get
        {
            int at = Math.Min(_length, _readerStart + (int)_reader.BytesConsumed);
            ReadOnlySpan<byte> rest = _buffer.AsSpan(at, Math.Min(16, _length - at));
            return rest.TrimStart(" \t\r\n,:[{"u8);
        }
    }

    public readonly bool IsEmpty => _total == 0;

    /// <summary>Whether the text begins as UTF-16 does.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> start) =>
        start.Length >= 2 && (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start[0] == 0 || start[1] == 0);

    // Passes a sign with the white space on both sides of it.
    private static bool TryPass(ReadOnlySpan<byte> text, ref int at, byte sign)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        if (at >= text.Length || text[at] != sign)
            return false;
        at++;
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return true;
    }

    private readonly string Repaired() => Encoding.UTF8.GetString(_reader.ValueSpan);

    private void Refill()
    {
        int consumed = _readerStart + (int)_reader.BytesConsumed;
        JsonReaderState state = _reader.CurrentState;
        int from = _kept >= 0 ? _kept : consumed;
        int rest = _length - from;
        if (rest == _buffer.Length)
        {
            if (rest >= LargestValueBytes)
            {
                throw new MalformedJsonException(
                    $"a single value is longer than {LargestValueBytes >> 20} MiB", "split it or leave it out");
            }

            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(from, rest).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(from, rest).CopyTo(_buffer);
        }

        _length = rest;
        if (_kept >= 0)
            _kept = 0;
        _readerStart = consumed - from;
        ReadPiece();
        _reader = new Utf8JsonReader(_buffer.AsSpan(_readerStart, _length - _readerStart), _ended, state);
    }

    private void ReadPiece()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        int count = _stream.Read(_buffer, _length, _buffer.Length - _length);
        _length += count;
        _total += count;
        _ended = count == 0;
        _advanced?.Invoke(count);
        if (_total > _limits.MaximumBytes)
        {
            throw new MalformedJsonException(
                $"the text is longer than {_limits.MaximumBytes} bytes", "split it into smaller parts");
        }
    }
}
