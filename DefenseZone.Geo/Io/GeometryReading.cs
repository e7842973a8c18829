using System.Text.Json;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>Reads geometry objects of RFC 7946 and reports what is wrong with them.</summary>
internal sealed class GeometryReading(ProblemLog problems, JsonPath path, GeoJsonLimits limits)
{
    private static readonly string[] Types =
        ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    private readonly CoordinateReading _coordinates = new(problems, path);
    private readonly CoordinateBuffer _shared = new();
    private bool _isSharedInUse;

    /// <summary>The positions read so far.</summary>
    public long Positions { get; private set; }

    /// <summary>
    /// The geometry at which the tokens stand, an object or null, up to its last token; null where there is an
    /// error, and an empty collection for JSON's null.
    /// </summary>
    public Geometry? Read(ref JsonTokens tokens)
    {
        if (tokens.Type == JsonTokenType.Null)
            return Wgs84Geometry.Empty;
        if (tokens.Type != JsonTokenType.StartObject)
        {
            problems.Error(
                path.ToString(), $"the geometry is {CoordinateReading.Called(tokens.Type)}, not an object",
                "give {\"type\": …, \"coordinates\": …} or null");
            tokens.Skip();
            return null;
        }

        using var members = new GeometryMembers(this);
        while (true)
        {
            tokens.ReadOn();
            if (tokens.Type == JsonTokenType.EndObject)
                return members.Finish();
            members.Read(ref tokens);
        }
    }

    /// <summary>Reports a word that is no geometry type.</summary>
    public static string TypeRemedy(string type)
    {
        string nearest = Spelling.Nearest(type, Types);
        return nearest.Length > 0 ? $"did you mean {nearest}?" : $"it is one of {Spelling.Choice(Types)}";
    }

    /// <summary>The members of one geometry object, in whatever order they come.</summary>
    public sealed class GeometryMembers(GeometryReading reading) : IDisposable
    {
        private CoordinateBuffer? _buffer;
        private string? _type;
        private bool _hasCoordinates;
        private bool _areCoordinatesRight;
        private List<Geometry>? _parts;
        private bool _arePartsRight = true;
        private bool _isTypeRight = true;

        private ProblemLog Problems => reading.Log;

        private JsonPath Path => reading.Path;

        // Borrowed once there are coordinates, since most texts are collections and have none of their own.
        private CoordinateBuffer Buffer => _buffer ??= reading.Borrow();

        public void Dispose()
        {
            if (_buffer is not null)
                reading.GiveBack(_buffer);
        }

        /// <summary>Reads the member at whose name the tokens stand.</summary>
        public void Read(ref JsonTokens tokens)
        {
            string name = tokens.Name();
            tokens.ReadOn();
            Path.Push(name);
            if (!TryRead(ref tokens, name))
            {
                if (name is not "bbox")
                    Problems.Warn(Path.ToString(), "this member of a geometry has no meaning and is not kept", "put it among the feature's properties");
                tokens.Skip();
            }

            Path.Pop();
        }

        /// <summary>Reads the member if it is one that makes a geometry; the path stands at it.</summary>
        public bool TryRead(ref JsonTokens tokens, string name)
        {
            switch (name)
            {
                case "type":
                    ReadType(ref tokens);
                    return true;
                case "coordinates":
                    if (_hasCoordinates)
                        Problems.Error(Path.ToString(), "the geometry has coordinates twice", "keep one of them");
                    _isTypeRight &= !_hasCoordinates;
                    _hasCoordinates = true;
                    _areCoordinatesRight = reading._coordinates.Read(ref tokens, Buffer);
                    reading.Count(Buffer.Count);
                    return true;
                case "geometries":
                    ReadParts(ref tokens);
                    return true;
                default:
                    return false;
            }
        }

        /// <summary>The geometry, once all members are read; null where there is an error.</summary>
        public Geometry? Finish(string? type = null)
        {
            type ??= _type;
            if (type is null && _isTypeRight)
            {
                Problems.Error(Path.ToString(), "the geometry has no type", $"add \"type\": one of {Spelling.Choice(Types)}");
                return null;
            }

            if (!_isTypeRight || type is null)
                return null;
            if (type == "GeometryCollection")
                return FinishCollection();
            if (_hasCoordinates)
                return _areCoordinatesRight ? new GeometryAssembly(Problems, Path, Buffer).Assemble(type) : null;
            Problems.Error(Path.ToString(), $"the {type} has no coordinates", "add \"coordinates\"");
            return null;
        }

        private GeometryCollection? FinishCollection()
        {
            if (_parts is not null)
                return _arePartsRight ? Wgs84Geometry.Factory.CreateGeometryCollection([.. _parts]) : null;
            Problems.Error(Path.ToString(), "the GeometryCollection has no geometries", "add \"geometries\", an array of geometry objects");
            return null;
        }

        private void ReadType(ref JsonTokens tokens)
        {
            string type = tokens.Type == JsonTokenType.String && tokens.TryText(out string text) ? text : string.Empty;
            if (_type is null && Types.AsSpan().Contains(type))
            {
                _type = type;
                return;
            }

            if (_type is not null)
                Problems.Error(Path.ToString(), "the geometry has a type twice", "keep one of them");
            else if (tokens.Type != JsonTokenType.String)
                Problems.Error(Path.ToString(), $"the geometry's type is {CoordinateReading.Called(tokens.Type)}, not a string", $"it is one of {Spelling.Choice(Types)}");
            else
                Problems.Error(Path.ToString(), $"there is no geometry type \"{type}\"", TypeRemedy(type));
            _isTypeRight = false;
            tokens.Skip();
        }

        private void ReadParts(ref JsonTokens tokens)
        {
            if (tokens.Type != JsonTokenType.StartArray)
            {
                Problems.Error(Path.ToString(), $"geometries are {CoordinateReading.Called(tokens.Type)}, not an array", "give an array of geometry objects");
                _arePartsRight = false;
                _parts = [];
                tokens.Skip();
                return;
            }

            _parts = [];
            for (int i = 0; ; i++)
            {
                tokens.ReadOn();
                if (tokens.Type == JsonTokenType.EndArray)
                    return;
                Path.Push(i);
                if (reading.Read(ref tokens) is { } part)
                    _parts.Add(part);
                else
                    _arePartsRight = false;
                Path.Pop();
            }
        }
    }

    private ProblemLog Log => problems;

    private JsonPath Path => path;

    // A geometry within a collection may come while the collection's own coordinates wait for their type.
    private CoordinateBuffer Borrow()
    {
        if (_isSharedInUse)
            return new CoordinateBuffer();
        _isSharedInUse = true;
        _shared.Clear();
        return _shared;
    }

    private void GiveBack(CoordinateBuffer buffer)
    {
        if (ReferenceEquals(buffer, _shared))
            _isSharedInUse = false;
    }

    private void Count(int positions)
    {
        Positions += positions;
        if (Positions > limits.MaximumPositions)
        {
            throw new MalformedJsonException(
                $"there are more than {limits.MaximumPositions} positions", "simplify the lines, or split the text into smaller parts");
        }
    }
}
