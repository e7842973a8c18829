using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Relief;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// A recipe for invented relief as JSON, which stands in a terrain folder like a tile (<c>generated.json</c>;
/// <c>docs/methods/plan-folder.md</c> has its members).
/// </summary>
public static class ReliefRecipeJson
{
    /// <summary>The value of the member <c>kind</c> that says it is one.</summary>
    public const string Kind = "generated-relief";

    /// <summary>The name of the file where a plan has one.</summary>
    public const string FileName = "generated.json";

    private const string Note = "Invented relief: no elevation in it is measured.";

    /// <summary>Reads a recipe.</summary>
    /// <param name="json">The text, UTF-8.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="TerrainException">It is no recipe; the message names all that is wrong.</exception>
    public static ReliefRecipe Read(ReadOnlyMemory<byte> json, string file) => new ReliefRecipeReading(file).Read(json);

    /// <summary>Writes a recipe, so that reading it gives the same relief.</summary>
    public static void Write(Stream stream, ReliefRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(recipe);
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Kind);
            writer.WriteString("note", Note);
            writer.WriteNumber("seed", recipe.Seed);
            writer.WriteStartArray("bbox");
            foreach (double edge in (ReadOnlySpan<double>)[recipe.Extent.WestDegrees, recipe.Extent.SouthDegrees, recipe.Extent.EastDegrees, recipe.Extent.NorthDegrees])
                writer.WriteNumberValue(edge);
            writer.WriteEndArray();
            writer.WriteNumber("resolutionArcSeconds", recipe.ResolutionArcSeconds);
            writer.WriteNumber("lowestMetres", recipe.LowestMetres);
            writer.WriteNumber("reliefMetres", recipe.ReliefMetres);
            writer.WriteNumber("ridgeMetres", recipe.RidgeMetres);
            writer.WriteNumber("valleyReachMetres", recipe.ValleyReachMetres);
            writer.WriteStartArray("karst");
            foreach (KarstArea area in recipe.Karst)
                Write(writer, area);
            writer.WriteEndArray();
            Write(writer, "ridges", recipe.Ridges);
            Write(writer, "valleys", recipe.Valleys);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, KarstArea area)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("centre");
        Write(writer, area.Centre);
        writer.WriteNumber("radiusMetres", area.RadiusMetres);
        writer.WriteNumber("towerMetres", area.TowerMetres);
        writer.WriteNumber("spacingMetres", area.SpacingMetres);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<ImmutableArray<GeoPoint>> lines)
    {
        writer.WriteStartArray(name);
        foreach (ImmutableArray<GeoPoint> line in lines)
        {
            writer.WriteStartArray();
            foreach (GeoPoint place in line)
                Write(writer, place);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, GeoPoint place)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(place.LongitudeDegrees);
        writer.WriteNumberValue(place.LatitudeDegrees);
        writer.WriteEndArray();
    }
}
